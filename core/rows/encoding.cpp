#include "core/rows/encoding.h"

#include "core/rows/encodingguess.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <functional>
#include <numeric>
#include <string>
#include <vector>

namespace icp {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("icp::Encoding", text); }

constexpr qint64 chunkBytes = 1 << 20;
constexpr std::size_t lookedAt = 1 << 16;

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

/// "UTF-16LE", "UTF-32BE" and so on when NUL bytes stand where ASCII characters have them, else empty.
QString byNulPattern(std::string_view head) {
    std::array<std::size_t, 4> nuls{};
    for (std::size_t i = 0; i < head.size(); ++i) nuls[i % 4] += head[i] == '\0';
    const std::size_t quarter = head.size() / 4;
    if (quarter == 0) return {};
    const auto full = [&](std::size_t at) { return nuls[at] * 10 > quarter * 9; };
    if (full(2) && full(3) && !full(0)) return QStringLiteral("UTF-32LE");
    if (full(0) && full(1) && !full(3)) return QStringLiteral("UTF-32BE");
    // Signs and figures are ASCII even where the words are not.
    const std::size_t even = nuls[0] + nuls[2];
    const std::size_t odd = nuls[1] + nuls[3];
    const auto hasLine = [&](std::string_view end, std::size_t offset) {
        for (std::size_t at = head.find(end); at != head.npos; at = head.find(end, at + 1))
            if (at % 2 == offset) return true;
        return false;
    };
    using namespace std::string_view_literals;
    if (odd * 30 > quarter && even * 20 < odd && (odd * 2 > quarter || hasLine("\n\0"sv, 0)))
        return QStringLiteral("UTF-16LE");
    if (even * 30 > quarter && odd * 20 < even && (even * 2 > quarter || hasLine("\0\n"sv, 0)))
        return QStringLiteral("UTF-16BE");
    return {};
}

bool isBinary(std::string_view head) {
    std::array<std::size_t, 32> counts{};
    // What fills the last block of a file is none of its text.
    head = head.substr(0, head.find_last_not_of('\0') + 1);
    std::size_t nuls = 0;
    for (const char c : head)
        if (c == '\0')
            ++nuls;
        else if (static_cast<unsigned char>(c) < 0x20 && std::strchr("\t\n\r\f\v\x1A\x1B", c) == nullptr)
            ++counts[static_cast<unsigned char>(c)];
    const std::size_t all = std::accumulate(counts.begin(), counts.end(), std::size_t(0));
    // One kind of control character may be the delimiter, another one may end rows.
    std::nth_element(counts.begin() + 1, counts.begin() + 2, counts.end(), std::greater<>());
    const bool text = head.find_first_of("\r\n") != head.npos || counts[2] > 0;
    const std::size_t control = text ? all - counts[1] - counts[2] : all;
    // Bytes of value 0 alone, among lines of text, come of damage.
    const bool damage = text && all == 0 && nuls * 10 <= head.size();
    return control * 50 > head.size() || (nuls > 1 && nuls * 100 > head.size() && !damage);
}

struct StreamCheck : Utf8Check {
    bool whole = true;   ///< the stream was read to its end
    std::string around;  ///< the bytes about the first error
};

/// Of the stream from where it stands: all of it, or a chunk of it without an error.
Result<StreamCheck> checkStream(ByteStream& stream, const QString& name, bool trustStart, const Job& job) {
    StreamCheck sum;
    std::string bytes;
    std::size_t kept = 0;
    for (qint64 base = 0;;) {
        if (job.cancelled()) return fail(ErrorCode::Cancelled, tr("Reading was cancelled."));
        const qint64 wanted = bufferFor(stream, chunkBytes);
        bytes.resize(kept + std::size_t(wanted));
        const qint64 got = stream.read(bytes.data() + kept, wanted);
        if (got < 0)
            return fail(ErrorCode::InputUnusable, tr("%1 cannot be read: %2.").arg(name, stream.error()));
        bytes.resize(kept + std::size_t(got));
        const bool last = got < wanted;
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
        if (sum.firstError < 0 && check.firstError >= 0) {
            sum.firstError = base + check.firstError;
            const auto at = std::size_t(check.firstError);
            sum.around = bytes.substr(at < lookedAt / 4 ? 0 : at - lookedAt / 4, lookedAt);
        }
        sum.errors += check.errors;
        sum.whole = last;
        if (last || (trustStart && sum.errors == 0)) return sum;
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
        std::array<std::uint64_t, 4> words{};
        if (i + sizeof words <= bytes.size()) {
            std::memcpy(words.data(), bytes.data() + i, sizeof words);
            if (((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080U) == 0) {
                i += sizeof words;
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

std::string mendedUtf8(std::string_view bytes) {
    static const std::array<std::string, 128> western = [] {
        std::array<std::string, 128> table;
        QStringDecoder decoder("windows-1252");
        for (int i = 0; i < 128; ++i) {
            const char byte = char(i + 128);
            QString text = decoder.decode(QByteArrayView(&byte, 1));
            // Five bytes are not assigned: they stay the control characters they are in ISO 8859-1.
            if (text.isEmpty() || text.contains(QChar::ReplacementCharacter)) text = QChar(i + 128);
            table[std::size_t(i)] = text.toStdString();
        }
        return table;
    }();
    std::string out;
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t length = characterLength(bytes.substr(i));
        if (length == 0)
            out += western[static_cast<unsigned char>(bytes[i]) - 128U];
        else
            out += bytes.substr(i, length);
        i += std::max<std::size_t>(length, 1);
    }
    return out;
}

Result<Encoding> detectEncoding(ByteStream& stream, const QString& name, const QString& wanted,
                                bool trustStart, const Job& job) {
    std::string head(lookedAt, '\0');
    const qint64 got = stream.rewind() ? stream.read(head.data(), qint64(head.size())) : -1;
    if (got < 0)
        return fail(ErrorCode::InputUnusable, tr("%1 cannot be read: %2.").arg(name, stream.error()));
    head.resize(std::size_t(got));
    const std::string_view bytes(head);
    const auto marked = std::find_if(marks.begin(), marks.end(), [&](const Mark& mark) {
        return bytes.substr(0, std::size_t(mark.size)) ==
               std::string_view(mark.bytes, std::size_t(mark.size));
    });
    if (!wanted.isEmpty()) {
        const QStringDecoder decoder(qPrintable(wanted));
        if (!decoder.isValid())
            return fail(ErrorCode::Usage, tr("There is no encoding called “%1”.").arg(wanted));
        const bool utf8 = wanted.compare(u"utf8", Qt::CaseInsensitive) == 0 ||
                          wanted.compare(u"utf-8", Qt::CaseInsensitive) == 0;
        const QString known = utf8 ? QStringLiteral("UTF-8") : wanted;
        const bool same = marked != marks.end() &&
                          known.startsWith(QLatin1String(marked->name).left(5), Qt::CaseInsensitive);
        return Encoding{known, same ? marked->size : 0, utf8, true, 1};
    }
    if (marked != marks.end() && qstrcmp(marked->name, "UTF-8") != 0)
        return Encoding{QString::fromLatin1(marked->name), marked->size, false, true, 1};
    if (const QString wide = byNulPattern(bytes); !wide.isEmpty())
        return Encoding{wide, 0, false, true, 0.95};
    if (isBinary(bytes))
        return fail(
            ErrorCode::InputUnusable,
            tr("%1 is not a table: it holds binary data. Export it as CSV or XLSX and try again.").arg(name));

    const int markBytes = marked == marks.end() ? 0 : marked->size;
    if (!stream.rewind()) return fail(ErrorCode::InputUnusable, tr("%1 cannot be read.").arg(name));
    const Result<StreamCheck> check = checkStream(stream, name, trustStart, job);
    if (!check) return fail(check.error());
    const QString utf8 = QStringLiteral("UTF-8");
    if (check->errors == 0) return Encoding{utf8, markBytes, false, check->whole, 1};
    // Well-formed characters hardly ever come about by chance, so they outweigh as many errors.
    if (markBytes > 0 || (check->sequences >= check->errors && check->sequences > 0))
        return Encoding{utf8, markBytes, true, true, 0.9};
    const QString guess = guessEncoding(check->around);
    return Encoding{guess, 0, false, true, confidenceOf(check->around, guess)};
}

}  // namespace icp
