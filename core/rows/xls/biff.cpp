#include "core/rows/xls/biff.h"

#include "core/rows/xls/bytes.h"

#include <QString>

#include <algorithm>

namespace icp {

namespace {

constexpr std::uint16_t continued = 0x003C;
constexpr unsigned wide = 1;
constexpr unsigned phonetic = 4;
constexpr unsigned rich = 8;

/// Reads on over the seams between pieces. Past the end everything is 0.
class PieceCursor {
public:
    PieceCursor(const BiffRecord& record, std::size_t at) : m_record(record), m_at(at) { settle(); }

    bool atEnd() const { return m_piece == m_record.pieces.size(); }
    bool overran() const { return m_overran; }

    unsigned byte() {
        if (atEnd()) {
            m_overran = true;
            return 0;
        }
        const unsigned value = byteAt(m_record.pieces[m_piece], m_at++);
        settle();
        return value;
    }
    unsigned number(int bytes) {
        unsigned value = 0;
        for (int i = 0; i < bytes; ++i) value |= byte() << (8 * i);
        return value;
    }
    void skip(std::uint64_t bytes) {
        while (bytes > 0 && !atEnd()) {
            const std::uint64_t step = std::min<std::uint64_t>(bytes, m_record.pieces[m_piece].size() - m_at);
            bytes -= step;
            m_at += step;
            settle();
        }
        m_overran |= bytes > 0;
    }
    /// So many characters; after a seam a byte says anew how wide they are.
    QString characters(std::size_t count, bool isWide) {
        QString text;
        while (count > 0 && !atEnd()) {
            const std::string_view rest = m_record.pieces[m_piece].substr(m_at);
            const std::size_t size = isWide ? 2 : 1;
            const std::size_t here = std::min(count, rest.size() / size);
            for (std::size_t i = 0; i < here; ++i)
                text += QChar(isWide ? char16_t(u16At(rest, i * 2)) : char16_t(byteAt(rest, i)));
            count -= here;
            m_at += here * size;
            if (count == 0) break;
            ++m_piece;
            m_at = 0;
            if (!atEnd() && !m_record.pieces[m_piece].empty()) isWide = (byte() & wide) != 0;
        }
        m_overran |= count > 0;
        settle();
        return text;
    }

private:
    void settle() {
        while (m_piece < m_record.pieces.size() && m_at >= m_record.pieces[m_piece].size()) {
            m_at -= m_record.pieces[m_piece].size();
            ++m_piece;
        }
    }

    const BiffRecord& m_record;
    std::size_t m_piece = 0;
    std::size_t m_at = 0;
    bool m_overran = false;
};

/// XLUnicodeRichExtendedString, 2.5.293; its simpler kin lack the flags.
std::string readUnicode(PieceCursor& cursor, int lengthBytes) {
    const std::size_t count = cursor.number(lengthBytes);
    const unsigned flags = cursor.byte();
    const std::uint64_t runs = (flags & rich) != 0 ? cursor.number(2) : 0;
    const std::uint64_t extra = (flags & phonetic) != 0 ? cursor.number(4) : 0;
    const QString text = cursor.characters(count, (flags & wide) != 0);
    if (runs * 4 + extra > 0) cursor.skip(runs * 4 + extra);
    return text.toStdString();
}

QByteArray codePageName(int codePage) {
    switch (codePage) {
        case 367:
        case 32769:
            return "windows-1252";
        case 10000:
        case 32768:
            return "macintosh";
        case 10007:
            return "x-mac-cyrillic";
        case 932:
            return "Shift_JIS";
        case 936:
            return "GBK";
        case 949:
            return "windows-949";
        case 950:
            return "Big5";
        default:
            return codePage >= 437 && codePage <= 869 ? "IBM" + QByteArray::number(codePage)
                                                      : "windows-" + QByteArray::number(codePage);
    }
}

}  // namespace

bool BiffReader::next(BiffRecord& record) {
    record.pieces.clear();
    const auto takePiece = [&] {
        const std::size_t size = u16At(m_stream, m_at + 2);
        if (m_stream.size() - m_at < size + 4) {
            m_damaged = true;
            m_at = m_stream.size();
            return false;
        }
        record.pieces.push_back(m_stream.substr(m_at + 4, size));
        m_at += size + 4;
        return true;
    };
    if (m_at > m_stream.size() || m_stream.size() - m_at < 4) return false;
    record.type = u16At(m_stream, m_at);
    if (!takePiece()) return false;
    while (m_stream.size() - m_at >= 4 && u16At(m_stream, m_at) == continued)
        if (!takePiece()) return false;
    return true;
}

BiffTexts::BiffTexts(bool isUnicode, int codePage) : m_unicode(isUnicode) {
    if (isUnicode) return;
    m_decoder = QStringDecoder(codePageName(codePage).constData());
    if (!m_decoder.isValid()) m_decoder = QStringDecoder("windows-1252");
    if (!m_decoder.isValid()) m_decoder = QStringDecoder(QStringDecoder::Latin1);
}

std::optional<std::string> BiffTexts::read(const BiffRecord& record, std::size_t at, int lengthBytes) {
    PieceCursor cursor(record, at);
    if (m_unicode) {
        std::string text = readUnicode(cursor, lengthBytes);
        return cursor.overran() ? std::nullopt : std::optional(std::move(text));
    }
    QByteArray bytes;
    for (std::size_t left = cursor.number(lengthBytes); left > 0 && !cursor.overran(); --left)
        bytes += char(cursor.byte());
    if (cursor.overran()) return {};
    return QString(m_decoder.decode(bytes)).toStdString();
}

std::vector<std::string> BiffTexts::shared(const BiffRecord& record) {
    std::vector<std::string> texts;
    PieceCursor cursor(record, 8);
    for (std::size_t left = u32At(record.first(), 4); left > 0 && !cursor.atEnd(); --left)
        texts.push_back(readUnicode(cursor, 2));
    return texts;
}

}  // namespace icp
