#pragma once

#include <QStringDecoder>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace icp {

/// One record of a BIFF stream with the CONTINUE records that follow it. Source: [MS-XLS] Excel Binary File
/// Format, 2.1.4.
struct BiffRecord {
    std::uint16_t type = 0;
    std::vector<std::string_view> pieces;  ///< at least one

    std::string_view first() const { return pieces.front(); }
};

/// Walks over the records of a stream.
class BiffReader {
public:
    explicit BiffReader(std::string_view stream, std::size_t at = 0) : m_stream(stream), m_at(at) {}

    /// False at the end, and when a record is cut off: damaged() tells.
    bool next(BiffRecord& record);
    bool damaged() const { return m_damaged; }

private:
    std::string_view m_stream;
    std::size_t m_at;
    bool m_damaged = false;
};

/// How the texts of a workbook are written: BIFF8 as UTF-16, with the upper bytes left out where all are 0;
/// before that in a code page.
class BiffTexts {
public:
    BiffTexts() = default;
    BiffTexts(bool unicode, int codePage);

    bool unicode() const { return m_unicode; }
    /// The text that begins at `at` with a length of one or two bytes; nothing when it is cut off.
    std::optional<std::string> read(const BiffRecord& record, std::size_t at, int lengthBytes);
    /// All texts of a shared string table (SST), whose texts may break anywhere between pieces.
    static std::vector<std::string> shared(const BiffRecord& record);

private:
    bool m_unicode = true;
    QStringDecoder m_decoder;
};

}  // namespace icp
