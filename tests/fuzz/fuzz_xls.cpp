#include "tests/fuzz/readeverything.h"

#include <string>
#include <vector>

namespace {

constexpr std::size_t sectorBytes = 512;
constexpr std::uint32_t endOfChain = 0xFFFFFFFE;
constexpr std::uint32_t tableSector = 0xFFFFFFFD;
constexpr std::uint32_t unused = 0xFFFFFFFF;

void put(std::string& bytes, std::size_t at, std::uint32_t value, int size) {
    for (int i = 0; i < size; ++i) bytes[at + std::size_t(i)] = char(value >> (8 * i));
}

/// One entry of the directory: a name, what it is and where its bytes are ([MS-CFB] 2.6.1).
std::string entry(std::string_view name, char kind, std::uint32_t child, std::uint32_t start,
                  std::size_t size) {
    std::string bytes(128, '\0');
    for (std::size_t i = 0; i < name.size(); ++i) bytes[2 * i] = name[i];
    put(bytes, 64, std::uint32_t(2 * name.size() + 2), 2);
    bytes[66] = kind;
    put(bytes, 68, unused, 4);
    put(bytes, 72, unused, 4);
    put(bytes, 76, child, 4);
    put(bytes, 116, start, 4);
    put(bytes, 120, std::uint32_t(size), 4);
    return bytes;
}

/// The compound file whose only stream is this workbook; empty when it is too large for one table of sectors.
std::string wrapped(std::string stream) {
    stream.resize(std::max<std::size_t>(stream.size(), 4096), '\0');  // shorter ones stand elsewhere
    const std::size_t size = stream.size();
    const auto sectors = std::uint32_t((size + sectorBytes - 1) / sectorBytes);
    if (sectors + 2 > sectorBytes / 4) return {};
    stream.resize(sectors * sectorBytes, '\0');
    std::string header("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    header.resize(sectorBytes, '\0');
    put(header, 24, 0x3E, 2);
    put(header, 26, 3, 2);
    put(header, 28, 0xFFFE, 2);
    put(header, 30, 9, 2);
    put(header, 32, 6, 2);
    put(header, 44, 1, 4);
    put(header, 48, 1, 4);
    put(header, 56, 4096, 4);
    put(header, 60, endOfChain, 4);
    put(header, 68, endOfChain, 4);
    put(header, 76, 0, 4);
    for (std::size_t at = 80; at < sectorBytes; at += 4) put(header, at, unused, 4);
    std::string table(sectorBytes, '\xFF');
    put(table, 0, tableSector, 4);
    put(table, 4, endOfChain, 4);
    for (std::uint32_t i = 0; i < sectors; ++i)
        put(table, 4 * (i + 2), i + 1 < sectors ? i + 3 : endOfChain, 4);
    std::string directory = entry("Root Entry", 5, 1, endOfChain, 0) + entry("Workbook", 2, unused, 2, size);
    directory.resize(sectorBytes, '\0');
    return header + table + directory + stream;
}

}  // namespace

/// Any bytes as an Excel file of before 2007: as it stands on disk, or else as its stream of records, to
/// which changes in a whole file seldom get.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArrayView input(data, qsizetype(size));
    if (input.startsWith("\xD0\xCF\x11\xE0")) return icp::fuzz::readEverything(data, size);
    const std::string file = wrapped(std::string(reinterpret_cast<const char*>(data), size));
    return icp::fuzz::readEverything(reinterpret_cast<const std::uint8_t*>(file.data()), file.size());
}
