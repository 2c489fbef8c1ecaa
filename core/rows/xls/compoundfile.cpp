#include "core/rows/xls/compoundfile.h"

#include "core/rows/xls/bytes.h"

#include <algorithm>

namespace icp {

namespace {

constexpr std::uint32_t lastSector = 0xFFFFFFFA;  // above are marks: free, end of chain, tables
constexpr std::size_t headerTable = 76;
constexpr std::size_t headerEntries = 109;
constexpr std::size_t entrySize = 128;
constexpr std::uint8_t rootKind = 5;
constexpr std::uint8_t streamKind = 2;

char16_t lower(char16_t c) { return c >= u'A' && c <= u'Z' ? char16_t(c + 32) : c; }

}  // namespace

std::optional<CompoundFile> CompoundFile::parse(std::string bytes) {
    CompoundFile file;
    file.m_bytes = std::move(bytes);
    if (!file.m_bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") || file.m_bytes.size() < 512) return {};
    if (!file.readTables()) return {};
    return file;
}

std::optional<std::string_view> CompoundFile::sector(std::uint32_t index) const {
    const std::uint64_t at = (std::uint64_t(index) + 1) * m_sectorSize;
    if (index >= lastSector || at >= m_bytes.size()) return {};
    // Some writers cut the last sector off where its data end.
    return std::string_view(m_bytes).substr(at, m_sectorSize);
}

bool CompoundFile::readTables() {
    const std::string_view header = std::string_view(m_bytes).substr(0, 512);
    const unsigned shift = u16At(header, 30);
    const unsigned smallShift = u16At(header, 32);
    if ((shift != 9 && shift != 12) || smallShift > 9) return false;
    m_sectorSize = std::size_t(1) << shift;
    m_smallSize = std::size_t(1) << smallShift;
    m_smallLimit = u32At(header, 56);

    std::vector<std::uint32_t> tableSectors;
    for (std::size_t i = 0; i < headerEntries; ++i)
        tableSectors.push_back(u32At(header, headerTable + i * 4));
    const std::size_t mostSectors = m_bytes.size() / m_sectorSize + 1;
    std::uint32_t more = u32At(header, 68);
    for (std::size_t round = 0; more < lastSector && round < mostSectors; ++round) {
        const auto list = sector(more);
        if (!list) return false;
        for (std::size_t i = 0; i + 4 < m_sectorSize; i += 4) tableSectors.push_back(u32At(*list, i));
        more = u32At(*list, m_sectorSize - 4);
    }
    for (const std::uint32_t index : tableSectors) {
        if (index >= lastSector || m_next.size() > mostSectors) continue;
        const auto table = sector(index);
        if (!table) return false;
        for (std::size_t i = 0; i < m_sectorSize; i += 4) m_next.push_back(u32At(*table, i));
    }
    if (!readDirectory(u32At(header, 48))) return false;
    if (const std::uint32_t first = u32At(header, 60); first < lastSector) {
        const auto table = chain(first);
        if (!table) return false;
        for (std::size_t i = 0; i < table->size(); i += 4) m_smallNext.push_back(u32At(*table, i));
    }
    const auto root = std::find_if(m_entries.begin(), m_entries.end(),
                                   [](const Entry& entry) { return entry.kind == rootKind; });
    if (root == m_entries.end()) return false;
    if (root->start < lastSector && root->size > 0) {
        auto small = chain(root->start);
        if (!small) return false;
        m_small = std::move(*small);
    }
    return true;
}

std::optional<std::string> CompoundFile::chain(std::uint32_t first) const {
    std::string joined;
    for (std::uint32_t index = first; index < lastSector;) {
        const auto piece = sector(index);
        if (!piece || index >= m_next.size() || joined.size() > m_bytes.size()) return {};
        joined += *piece;
        index = m_next[index];
    }
    return joined;
}

bool CompoundFile::readDirectory(std::uint32_t first) {
    const auto directory = chain(first);
    if (!directory) return false;
    for (std::size_t at = 0; at + entrySize <= directory->size(); at += entrySize) {
        const std::string_view bytes = std::string_view(*directory).substr(at, entrySize);
        Entry entry;
        const std::size_t length = std::min<std::size_t>(u16At(bytes, 64), 64) / 2;
        for (std::size_t i = 0; i + 1 < length; ++i) entry.name += char16_t(u16At(bytes, i * 2));
        entry.kind = byteAt(bytes, 66);
        entry.start = u32At(bytes, 116);
        // With short sectors the upper half may hold rubbish.
        entry.size = m_sectorSize == 512 ? u32At(bytes, 120) : littleEndian<std::uint64_t>(bytes, 120);
        m_entries.push_back(std::move(entry));
    }
    return true;
}

const CompoundFile::Entry* CompoundFile::find(std::u16string_view name) const {
    for (const Entry& entry : m_entries)
        if (entry.kind == streamKind &&
            std::equal(entry.name.begin(), entry.name.end(), name.begin(), name.end(),
                       [](char16_t a, char16_t b) { return lower(a) == lower(b); }))
            return &entry;
    return nullptr;
}

bool CompoundFile::has(std::u16string_view name) const {
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [&](const Entry& entry) { return entry.name == name; });
}

std::optional<std::string> CompoundFile::stream(std::u16string_view name) const {
    const Entry* entry = find(name);
    if (entry == nullptr || entry->size > m_bytes.size()) return {};
    if (entry->size >= m_smallLimit) {
        auto bytes = chain(entry->start);
        if (!bytes || bytes->size() < entry->size) return {};
        bytes->resize(entry->size);
        return bytes;
    }
    std::string bytes;
    for (std::uint32_t index = entry->start; bytes.size() < entry->size;) {
        const std::uint64_t at = std::uint64_t(index) * m_smallSize;
        if (index >= m_smallNext.size() || at >= m_small.size()) return {};
        bytes += std::string_view(m_small).substr(at, m_smallSize);
        index = m_smallNext[index];
    }
    bytes.resize(entry->size);
    return bytes;
}

}  // namespace icp
