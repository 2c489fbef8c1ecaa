#include "core/rows/xls/xlsworkbook.h"

#include "core/base/text.h"
#include "core/rows/sheetdate.h"
#include "core/rows/xls/bytes.h"
#include "core/rows/xls/compoundfile.h"
#include "core/rows/xls/xlscells.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::XlsWorkbook)
};

constexpr unsigned biff5 = 0x0500;
constexpr unsigned biff8 = 0x0600;

/// The records of the part that all sheets share, 2.1.7.20.
enum Global : std::uint16_t {
    Eof = 0x000A,
    DateMode = 0x0022,
    FilePass = 0x002F,
    CodePage = 0x0042,
    BoundSheet = 0x0085,
    CellFormat = 0x00E0,
    SharedTexts = 0x00FC,
    NumberFormat = 0x041E,
    Bof = 0x0809
};

}  // namespace

Error XlsWorkbook::damaged() const {
    return {
        ErrorCode::InputUnusable,
        Words::tr("%1 is damaged or was cut off on its way. Export or download it once more.").arg(m_name),
        {}};
}

Result<XlsWorkbook> XlsWorkbook::parse(std::string bytes, const QString& name) {
    XlsWorkbook workbook;
    workbook.m_name = name;
    const auto file = CompoundFile::parse(std::move(bytes));
    if (!file) return fail(workbook.damaged());
    if (file->has(u"EncryptedPackage"))
        return fail(
            ErrorCode::InputUnusable,
            Words::tr("%1 is protected with a password. Save it without one and try again.").arg(name));
    auto stream = file->stream(u"Workbook");
    if (!stream) stream = file->stream(u"Book");
    if (!stream)
        return fail(ErrorCode::InputUnusable,
                    Words::tr("%1 is an Office document, but no workbook. Export the table as CSV or XLSX "
                              "and try again.")
                        .arg(name));
    workbook.m_stream = std::move(*stream);
    if (const Result<void> read = workbook.readGlobals(); !read) return fail(read.error());
    return workbook;
}

Result<void> XlsWorkbook::readGlobals() {
    BiffReader reader(m_stream);
    BiffRecord record;
    if (!reader.next(record) || record.type != Bof) return fail(damaged());
    const unsigned version = u16At(record.first(), 0);
    if (version != biff8 && version != biff5)
        return fail(ErrorCode::InputUnusable,
                    Words::tr("%1 comes from a very old Excel. Save it as XLSX and try again.").arg(m_name));
    m_unicode = version == biff8;

    std::map<unsigned, bool> custom;
    std::vector<BiffRecord> sheets;
    bool ended = false;
    while (!ended && reader.next(record)) {
        switch (record.type) {
            case Eof:
                ended = true;
                break;
            case FilePass:
                return fail(ErrorCode::InputUnusable,
                            Words::tr("%1 is protected with a password. Save it without one and try again.")
                                .arg(m_name));
            case DateMode:
                m_from1904 = u16At(record.first(), 0) == 1;
                break;
            case CodePage:
                m_codePage = u16At(record.first(), 0);
                break;
            case SharedTexts:
                m_texts = BiffTexts::shared(record);
                break;
            case BoundSheet:
                sheets.push_back(record);
                break;
            case NumberFormat: {
                // Stands before the cell formats that use it.
                BiffTexts texts(m_unicode, m_codePage);
                if (const auto code = texts.read(record, 2, m_unicode ? 2 : 1))
                    custom[u16At(record.first(), 0)] = isDateFormat(*code);
                break;
            }
            case CellFormat: {
                const unsigned format = u16At(record.first(), 2);
                m_dateStyles.push_back(custom.contains(format) ? custom[format] : isDateFormat(int(format)));
                break;
            }
            default:
                break;
        }
    }
    if (!ended) return fail(damaged());
    BiffTexts texts(m_unicode, m_codePage);
    for (const BiffRecord& sheet : sheets) {
        const auto name = texts.read(sheet, 6, 1);
        const bool isWorksheet = byteAt(sheet.first(), 5) == 0;
        if (name && isWorksheet)
            m_sheets.push_back(
                {toQString(*name), u32At(sheet.first(), 0), (byteAt(sheet.first(), 4) & 3U) != 0});
    }
    return {};
}

Result<Grid> XlsWorkbook::cells(const Sheet& sheet, const Job& job) const {
    BiffReader reader(m_stream, sheet.offset);
    BiffRecord record;
    if (!reader.next(record) || record.type != Bof) return fail(damaged());
    XlsCells cells({m_texts, m_dateStyles, m_from1904}, BiffTexts(m_unicode, m_codePage));
    int depth = 1;  // charts within the sheet are streams of their own
    for (std::size_t records = 0; depth > 0; ++records) {
        if (records % 4096 == 0 && job.cancelled())
            return fail(ErrorCode::Cancelled, Words::tr("Reading was cancelled."));
        if (!reader.next(record)) return fail(damaged());
        depth += record.type == Bof;
        depth -= record.type == Eof;
        if (depth == 1 && !cells.take(record)) return fail(damaged());
    }
    return cells.grid();
}

}  // namespace icp
