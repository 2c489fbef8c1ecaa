#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace icp {

/// A compound file (the container of Office documents before 2007): streams in chains of sectors. Source:
/// [MS-CFB] Compound File Binary File Format. Never reads outside of `bytes` and never runs in circles,
/// whatever they hold.
class CompoundFile {
public:
    /// Nothing when the bytes are no compound file or its tables are damaged.
    static std::optional<CompoundFile> parse(std::string bytes);

    bool has(std::u16string_view name) const;
    /// The bytes of a stream, names compared without case; nothing when it is missing or its chain is broken.
    std::optional<std::string> stream(std::u16string_view name) const;

private:
    struct Entry {
        std::u16string name;
        std::uint8_t kind = 0;
        std::uint32_t start = 0;
        std::uint64_t size = 0;
    };

    bool readTables();
    bool readDirectory(std::uint32_t first);
    const Entry* find(std::u16string_view name) const;
    std::optional<std::string_view> sector(std::uint32_t index) const;
    /// All sectors of a chain joined; nothing when it is broken or longer than the file.
    std::optional<std::string> chain(std::uint32_t first) const;

    std::string m_bytes;
    std::size_t m_sectorSize = 512;
    std::size_t m_smallSize = 64;
    std::uint32_t m_smallLimit = 4096;
    std::vector<std::uint32_t> m_next;
    std::vector<std::uint32_t> m_smallNext;
    std::string m_small;
    std::vector<Entry> m_entries;
};

}  // namespace icp
