#include "core/typing/tablereader.h"
#include "tests/bench/accountslist.h"

#include <QTemporaryDir>
#include <quazip.h>
#include <quazipfile.h>

#ifdef ICP_LIBDEFLATE
#include <libdeflate.h>
#endif

#include <cstdio>
#include <unordered_map>

namespace {

void writePart(QuaZip& zip, const char* name, const std::string& bytes) {
    QuaZipFile part(&zip);
    if (!part.open(QIODevice::WriteOnly, QuaZipNewInfo(QString::fromLatin1(name))))
        qFatal("cannot write %s", name);
    part.write(bytes.data(), qint64(bytes.size()));
    part.close();
}

/// The list as a workbook, its texts shared as spreadsheet programs do.
void writeXlsx(const QString& path, int rows) {
    std::unordered_map<std::string, std::size_t> codes;
    std::string texts = "<sst>";
    std::string sheet = "<worksheet><sheetData>";
    const auto addRow = [&](int line, const std::vector<icp::bench::ListCell>& cells) {
        sheet += "<row r=\"" + std::to_string(line) + "\">";
        for (std::size_t column = 0; column < cells.size(); ++column) {
            std::string text = cells[column].text;
            if (text.empty()) continue;
            sheet += "<c r=\"" + std::string(1, char('A' + column)) + std::to_string(line) + "\"";
            if (!cells[column].number) {
                for (std::size_t at = text.find('&'); at != text.npos; at = text.find('&', at + 1))
                    text.replace(at, 1, "&amp;");
                const auto [entry, added] = codes.emplace(text, codes.size());
                if (added) texts += "<si><t>" + text + "</t></si>";
                text = std::to_string(entry->second);
                sheet += " t=\"s\"";
            }
            sheet += "><v>" + text + "</v></c>";
        }
        sheet += "</row>\n";
    };
    std::vector<icp::bench::ListCell> headers;
    for (const char* header : icp::bench::listHeaders) headers.push_back({header});
    addRow(1, headers);
    for (int i = 0; i < rows; ++i) addRow(i + 2, icp::bench::listRow(i));

    const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const auto relation = [&](const char* id, const char* type, const char* target) {
        return "<Relationship Id=\"" + std::string(id) + "\" Type=\"" + office + "/" + type + "\" Target=\"" +
               target + "\"/>";
    };
    QuaZip zip(path);
    zip.open(QuaZip::mdCreate);
    writePart(zip, "_rels/.rels",
              "<Relationships>" + relation("r1", "officeDocument", "xl/workbook.xml") + "</Relationships>");
    writePart(zip, "xl/workbook.xml",
              "<workbook><sheets><sheet name=\"Accounts\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
    writePart(zip, "xl/_rels/workbook.xml.rels",
              "<Relationships>" + relation("r1", "worksheet", "worksheets/sheet1.xml") +
                  relation("r2", "sharedStrings", "sharedStrings.xml") + "</Relationships>");
    writePart(zip, "xl/sharedStrings.xml", texts + "</sst>");
    writePart(zip, "xl/worksheets/sheet1.xml", sheet + "</sheetData></worksheet>");
    zip.close();
}

struct Part {
    QByteArray packed;
    std::size_t size = 0;
};

std::vector<Part> packedParts(const QString& path) {
    std::vector<Part> parts;
    QuaZip zip(path);
    zip.open(QuaZip::mdUnzip);
    for (bool more = zip.goToFirstFile(); more; more = zip.goToNextFile()) {
        QuaZipFileInfo64 info;
        zip.getCurrentFileInfo(&info);
        QuaZipFile file(&zip);
        int method = 0;
        int level = 0;
        file.open(QIODevice::ReadOnly, &method, &level, true);
        parts.push_back({file.readAll(), std::size_t(info.uncompressedSize)});
    }
    return parts;
}

/// Bare inflate of all parts; 0 when the program was built without libdeflate.
double inflateSeconds(const std::vector<Part>& parts) {
#ifdef ICP_LIBDEFLATE
    std::size_t largest = 0;
    for (const Part& part : parts) largest = std::max(largest, part.size);
    std::string buffer(largest, '\0');
    libdeflate_decompressor* decompressor = libdeflate_alloc_decompressor();
    const double seconds = icp::bench::fastest(3, [&] {
        for (const Part& part : parts)
            libdeflate_deflate_decompress(decompressor, part.packed.constData(),
                                          std::size_t(part.packed.size()), buffer.data(), part.size, nullptr);
    });
    libdeflate_free_decompressor(decompressor);
    return seconds;
#else
    (void)parts;
    return 0;
#endif
}

}  // namespace

/// From an XLSX file to a typed Table, against bare inflate of its parts. usage: bench_xlsx [rows, default
/// 100000] Memory is measured in a process of its own: `bench_xlsx memory FILE`. `bench_xlsx write FILE` leaves
/// the workbook there, for a profiler.
int main(int argc, char** argv) {
    if (argc > 2 && std::string_view(argv[1]) == "write") {
        writeXlsx(QString::fromLocal8Bit(argv[2]), 100'000);
        return 0;
    }
    if (argc > 2 && std::string_view(argv[1]) == "memory") {
        const auto file = icp::readTable(QString::fromLocal8Bit(argv[2]), {}, {}, 2);
        std::size_t table = 0;
        for (const icp::Table::Field& field : file->table.fields) {
            const icp::Column& column = field.column;
            table += column.size() * (column.isNumeric() ? 8 : 4);
            for (std::size_t row = 0; column.type() == icp::ColumnType::Text && row < column.size(); ++row)
                table += column.text(row).size() + 4;
        }
        std::printf("xlsx: peak memory %.0f MB, of which the Table is %.0f MB\n", icp::bench::peakMegabytes(),
                    double(table) / 1e6);
        return 0;
    }
    const int rows = argc > 1 ? std::atoi(argv[1]) : 100'000;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("accounts.xlsx"));
    writeXlsx(path, rows);
    std::size_t read = 0;
    const auto typed = [&](unsigned threads) {
        const auto file = icp::readTable(path, {}, {}, threads);
        read = file ? file->table.rows : 0;
    };
    const double two = icp::bench::fastest(3, [&] { typed(2); });
    const double one = icp::bench::fastest(3, [&] { typed(1); });
    const double inflate = inflateSeconds(packedParts(path));
    std::printf("xlsx: %d rows, %.1f MB, %zu rows typed; 2 threads %.3f s, 1 thread %.3f s\n", rows,
                double(QFile(path).size()) / 1e6, read, two, one);
    if (inflate > 0)
        std::printf("xlsx: bare inflate %.3f s; 2 threads = %.1f x, 1 thread = %.1f x\n", inflate,
                    two / inflate, one / inflate);
    else
        std::printf("xlsx: built without libdeflate, so there is nothing to compare with\n");
    std::fflush(stdout);
    const QByteArray command = "\"" + QByteArray(argv[0]) + "\" memory \"" + path.toLocal8Bit() + "\"";
    return std::system(command.constData()) == 0 && read == std::size_t(rows) ? 0 : 1;
}
