#include "core/rows/encodingguess.h"

#include "core/rows/latinwords.h"

#include <QHash>
#include <QStringDecoder>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <memory>
#include <uchardet/uchardet.h>

namespace icp {

namespace {

QString decoded(std::string_view bytes, const QString& encoding) {
    QStringDecoder decoder(qPrintable(encoding));
    return decoder.decode(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
}

/// Whether all beyond ASCII are characters of Shift-JIS, most of them side by side, as in words. Of short
/// texts the detector takes them for Western ones; there the first byte of most is no letter, and none stand
/// in rows.
bool isShiftJis(std::string_view bytes) {
    std::size_t pairs = 0;
    std::size_t inRows = 0;
    bool last = false;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        const bool lead = (byte >= 0x81 && byte <= 0x9F) || (byte >= 0xE0 && byte <= 0xFC);
        if (lead) {
            if (at + 1 == bytes.size()) break;  // cut by the end of what is looked at
            const auto trail = static_cast<unsigned char>(bytes[++at]);
            if (trail < 0x40 || trail == 0x7F || trail > 0xFC) return false;
            ++pairs;
            inRows += last;
        } else if (byte >= 0x80 && (byte < 0xA1 || byte > 0xDF)) {
            return false;
        }
        last = lead;
    }
    return pairs >= 4 && inRows * 2 >= pairs;
}

QString byUchardet(std::string_view bytes) {
    const std::unique_ptr<std::remove_pointer_t<uchardet_t>, decltype(&uchardet_delete)> detector(
        uchardet_new(), &uchardet_delete);
    uchardet_handle_data(detector.get(), bytes.data(), bytes.size());
    uchardet_data_end(detector.get());
    const QString name = QString::fromLatin1(uchardet_get_charset(detector.get())).toLower();
    return name == u"uhc" ? QStringLiteral("windows-949") : name;
}

/// Of the two code pages for Central Europe, and of others that come in pairs, the one that puts fewer signs
/// into words. Where ISO 8859 has control characters, the code pages of Windows have letters.
QString betterOfPair(std::string_view bytes, const QString& name) {
    static const QHash<QString, QString> pairs{
        {QStringLiteral("iso-8859-2"), QStringLiteral("windows-1250")},
        {QStringLiteral("iso-8859-7"), QStringLiteral("windows-1253")},
        {QStringLiteral("iso-8859-9"), QStringLiteral("windows-1254")},
        {QStringLiteral("iso-8859-13"), QStringLiteral("windows-1257")}};
    const QString iso = pairs.contains(name) ? name : pairs.key(name);
    if (iso.isEmpty()) return name;
    const QString windows = pairs.value(iso);
    const bool controls = std::any_of(bytes.begin(), bytes.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 && static_cast<unsigned char>(c) < 0xA0;
    });
    if (controls) return windows;
    const qsizetype ofIso = signsInWords(decoded(bytes, iso));
    const qsizetype ofWindows = signsInWords(decoded(bytes, windows));
    return ofIso < ofWindows ? iso : ofWindows < ofIso ? windows : name;
}

/// Romanian is unknown to the detector; of a Western reading it leaves signs in words.
QString centralInstead(std::string_view bytes, const QString& western) {
    constexpr qsizetype enough = 2;
    if (signsInWords(western) < enough) return {};
    const QString central = betterOfPair(bytes, QStringLiteral("windows-1250"));
    return signsInWords(decoded(bytes, central)) == 0 ? central : QString();
}

}  // namespace

QString guessEncoding(std::string_view bytes) {
    const QString usual = QStringLiteral("windows-1252");
    const QString western = decoded(bytes, usual);
    const QString name = betterOfPair(bytes, byUchardet(bytes));
    // The Western ones are told apart by a handful of bytes, all of which Windows-1252 has; UTF-8 was ruled
    // out before.
    static const QStringList same{QStringLiteral("iso-8859-1"), QStringLiteral("iso-8859-15"),
                                  QStringLiteral("windows-1252"), QStringLiteral("ascii"),
                                  QStringLiteral("utf-8")};
    if (name.isEmpty() || same.contains(name) || !QStringDecoder(qPrintable(name)).isValid()) {
        if (isShiftJis(bytes)) return QStringLiteral("shift_jis");
        const QString central = centralInstead(bytes, western);
        return central.isEmpty() ? usual : central;
    }
    const QString guessed = decoded(bytes, name);
    if (guessed == western) return usual;
    if (guessed.size() != western.size())  // several bytes a character
        return standsBetweenAscii(guessed) && !isShiftJis(bytes) ? usual : name;
    // No CRM exports in a code page of DOS or old Macintosh, nor in a part of ISO 8859 that Windows has no
    // counterpart of: it must read clearly better.
    static const QStringList rare{QStringLiteral("iso-8859-3"), QStringLiteral("iso-8859-4"),
                                  QStringLiteral("iso-8859-10"), QStringLiteral("iso-8859-14"),
                                  QStringLiteral("iso-8859-16")};
    const bool old =
        name.startsWith(u"ibm") || name.startsWith(u"mac") || name.startsWith(u"cp8") || rare.contains(name);
    if (old) return signsInWords(guessed) < signsInWords(western) ? name : usual;
    return readsWestern(western, guessed) ? usual : name;
}

double confidenceOf(std::string_view bytes, const QString& encoding) {
    qsizetype letters = 0;
    qsizetype beyond = 0;
    for (const QChar c : decoded(bytes, encoding)) {
        if (c.unicode() < 128) continue;
        ++beyond;
        letters += c.isLetter() ? 1 : 0;
    }
    const auto high = std::size_t(std::count_if(
        bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
    const double share = beyond == 0 ? 1 : double(letters) / double(beyond);
    return std::round(100 * share * std::min(0.95, 0.4 + double(high) / 200)) / 100;
}

}  // namespace icp
