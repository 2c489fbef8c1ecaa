#include "core/rows/encoding.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <string>
#include <uchardet/uchardet.h>
#include <vector>

namespace icp {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("icp::Encoding", text); }

constexpr qint64 chunkBytes = 1 << 20;

/// Length of the well-formed character at the beginning of `bytes`, 0 when there is none (Unicode 15, table
/// 3-7).
std::size_t characterLength(std::string_view bytes) {
    const auto at = [&](std::size_t i) {
        return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U;
    };
    const auto follows = [&](std::size_t i) { return (at(i) & 0xC0U) == 0x80U; };
    const unsigned lead = at(0);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return follows(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool range = lead == 0xE0 ? at(1) >= 0xA0 : lead == 0xED ? at(1) <= 0x9F : true;
        return follows(1) && follows(2) && range ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const bool range = lead == 0xF0 ? at(1) >= 0x90 : lead == 0xF4 ? at(1) <= 0x8F : true;
        return follows(1) && follows(2) && follows(3) && range ? 4 : 0;
    }
    return 0;
}

struct Mark {
    const char* bytes;
    int size;
    const char* name;
};
constexpr std::array marks{Mark{"\xEF\xBB\xBF", 3, "UTF-8"}, Mark{"\xFF\xFE\0\0", 4, "UTF-32LE"},
                           Mark{"\0\0\xFE\xFF", 4, "UTF-32BE"}, Mark{"\xFF\xFE", 2, "UTF-16LE"},
                           Mark{"\xFE\xFF", 2, "UTF-16BE"}};

/// "UTF-16LE" or "UTF-16BE" when every other byte is mostly NUL, else empty.
QString byNulPattern(std::string_view head) {
    std::array<std::size_t, 2> nuls{};
    for (std::size_t i = 0; i < head.size(); ++i) nuls[i % 2] += head[i] == '\0';
    const std::size_t half = head.size() / 2;
    if (half == 0) return {};
    if (nuls[1] * 3 > half && nuls[0] * 20 < half) return QStringLiteral("UTF-16LE");
    if (nuls[0] * 3 > half && nuls[1] * 20 < half) return QStringLiteral("UTF-16BE");
    return {};
}

bool isBinary(std::string_view head) {
    std::size_t control = 0;
    for (const char c : head)
        control += static_cast<unsigned char>(c) < 0x20 &&
                   std::strchr("\t\n\r\f\v\x1A\x1B\x1C\x1D\x1E\x1F\x01", c) == nullptr;
    const auto nuls = std::size_t(std::count(head.begin(), head.end(), '\0'));
    return control * 50 > head.size() || nuls * 100 > head.size();
}

/// Share of the characters beyond ASCII that are letters, when `bytes` are read in this encoding.
double letterShare(std::string_view bytes, const QString& encoding) {
    QStringDecoder decoder(qPrintable(encoding));
    const QString text = decoder.decode(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
    qsizetype letters = 0;
    qsizetype beyond = 0;
    for (const QChar c : text) {
        if (c.unicode() < 128) continue;
        ++beyond;
        letters += c.isLetter() ? 1 : 0;
    }
    return beyond == 0 ? 1 : double(letters) / double(beyond);
}

QString byUchardet(std::string_view bytes) {
    const std::unique_ptr<std::remove_pointer_t<uchardet_t>, decltype(&uchardet_delete)> detector(
        uchardet_new(), &uchardet_delete);
    uchardet_handle_data(detector.get(), bytes.data(), bytes.size());
    uchardet_data_end(detector.get());
    const QString name = QString::fromLatin1(uchardet_get_charset(detector.get())).toLower();
    // The Western ones are told apart by a handful of bytes, all of which Windows-1252 has; UTF-8 was ruled
    // out before.
    static const QStringList western{QStringLiteral("iso-8859-1"), QStringLiteral("iso-8859-15"),
                                     QStringLiteral("windows-1252"), QStringLiteral("ascii"),
                                     QStringLiteral("utf-8")};
    const QString usual = QStringLiteral("windows-1252");
    const bool known =
        !name.isEmpty() && !western.contains(name) && QStringDecoder(qPrintable(name)).isValid();
    if (!known) return usual;
    // A few umlauts are easily taken for a code page of DOS or old Macintosh, which no CRM exports: there the
    // same bytes are frames and signs, so it must read clearly better.
    const bool old = name.startsWith(u"ibm") || name.startsWith(u"mac") || name.startsWith(u"cp8");
    return old && letterShare(bytes, name) <= letterShare(bytes, usual) ? usual : name;
}

Result<Utf8Check> checkFile(QFile& file, const Job& job) {
    Utf8Check sum;
    std::string bytes;
    std::size_t kept = 0;
    for (qint64 base = 0;;) {
        if (job.cancelled()) return fail(ErrorCode::Cancelled, tr("Reading was cancelled."));
        bytes.resize(kept + std::size_t(chunkBytes));
        const qint64 got = file.read(bytes.data() + kept, chunkBytes);
        bytes.resize(kept + std::size_t(std::max<qint64>(got, 0)));
        const bool last = got < chunkBytes;
        // A character may be cut by the end of the chunk: its bytes wait for the next one.
        std::size_t end = bytes.size();
        if (!last)
            for (std::size_t back = 1; back <= 3 && back <= bytes.size(); ++back)
                if ((static_cast<unsigned char>(bytes[bytes.size() - back]) & 0xC0U) == 0xC0U) {
                    end = bytes.size() - back;
                    break;
                }
        const Utf8Check check = checkUtf8(std::string_view(bytes).substr(0, end));
        sum.sequences += check.sequences;
        if (sum.firstError < 0 && check.firstError >= 0) sum.firstError = base + check.firstError;
        sum.errors += check.errors;
        if (last) return sum;
        bytes.erase(0, end);
        kept = bytes.size();
        base += qint64(end);
    }
}

}  // namespace

Utf8Check checkUtf8(std::string_view bytes) {
    Utf8Check check;
    std::size_t i = 0;
    while (i < bytes.size()) {
        std::uint64_t word = 0;
        if (i + sizeof word <= bytes.size()) {
            std::memcpy(&word, bytes.data() + i, sizeof word);
            if ((word & 0x8080808080808080U) == 0) {
                i += sizeof word;
                continue;
            }
        }
        const std::size_t length = characterLength(bytes.substr(i));
        if (length == 0) {
            if (check.errors++ == 0) check.firstError = qint64(i);
        } else if (length > 1) {
            ++check.sequences;
        }
        i += std::max<std::size_t>(length, 1);
    }
    return check;
}

Result<Encoding> detectEncoding(QFile& file, const QString& wanted, const Job& job) {
    file.seek(0);
    const QByteArray head = file.read(1 << 16);
    const std::string_view bytes(head.constData(), std::size_t(head.size()));
    const auto marked = std::find_if(marks.begin(), marks.end(), [&](const Mark& mark) {
        return bytes.substr(0, std::size_t(mark.size)) ==
               std::string_view(mark.bytes, std::size_t(mark.size));
    });
    if (!wanted.isEmpty()) {
        const QStringDecoder decoder(qPrintable(wanted));
        if (!decoder.isValid())
            return fail(ErrorCode::Usage, tr("There is no encoding called “%1”.").arg(wanted));
        const QString name = wanted.compare(u"utf8", Qt::CaseInsensitive) == 0 ||
                                     wanted.compare(u"utf-8", Qt::CaseInsensitive) == 0
                                 ? QStringLiteral("UTF-8")
                                 : wanted;
        const bool same = marked != marks.end() &&
                          name.startsWith(QLatin1String(marked->name).left(5), Qt::CaseInsensitive);
        return Encoding{name, same ? marked->size : 0, name == u"UTF-8"};
    }
    if (marked != marks.end() && qstrcmp(marked->name, "UTF-8") != 0)
        return Encoding{QString::fromLatin1(marked->name), marked->size, false};
    if (const QString utf16 = byNulPattern(bytes); !utf16.isEmpty()) return Encoding{utf16, 0, false};
    if (isBinary(bytes))
        return fail(ErrorCode::InputUnusable,
                    tr("%1 is not a table: it holds binary data. Export it as CSV or XLSX and try again.")
                        .arg(QFileInfo(file).fileName()));

    const int markBytes = marked == marks.end() ? 0 : marked->size;
    file.seek(markBytes);
    const Result<Utf8Check> check = checkFile(file, job);
    if (!check) return fail(check.error());
    const bool mostly = check->sequences >= 10 * check->errors && check->sequences > 0;
    if (check->errors == 0 || markBytes > 0 || mostly)
        return Encoding{QStringLiteral("UTF-8"), markBytes, check->errors > 0};
    file.seek(std::max<qint64>(0, markBytes + check->firstError - chunkBytes / 16));
    const QByteArray around = file.read(chunkBytes / 4);
    return Encoding{byUchardet({around.constData(), std::size_t(around.size())}), 0, false};
}

}  // namespace icp
