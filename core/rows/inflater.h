#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

struct inflate_state;

namespace icp {

/// Unpacks a deflate stream without wrapper (RFC 1951), piece by piece, and takes the CRC-32 of what comes
/// out.
class Inflater {
public:
    Inflater();
    ~Inflater();

    /// Whether all packed bytes that were fed are used up.
    bool isHungry() const;
    /// The next packed bytes, which must stay where they are until the inflater is hungry again.
    void feed(std::string_view packed);
    /// Writes at most `most` bytes to `to` and says how many; less than `most` when it is hungry or has
    /// ended. Nothing when the stream is damaged.
    std::optional<std::size_t> inflate(char* to, std::size_t most);
    /// Whether the stream's own end was reached and everything was handed out.
    bool hasEnded() const;
    std::uint32_t checksum() const;

private:
    std::unique_ptr<inflate_state> m_state;
};

/// CRC-32 as ZIP archives use it, carried on from `before`; 0 to begin with.
std::uint32_t zipChecksum(std::uint32_t before, std::string_view bytes);

}  // namespace icp
