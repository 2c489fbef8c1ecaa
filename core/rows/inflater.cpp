#include "core/rows/inflater.h"

#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>

namespace icp {

Inflater::Inflater() : m_state(std::make_unique<inflate_state>()) {
    isal_inflate_init(m_state.get());
    m_state->crc_flag = ISAL_GZIP_NO_HDR;  // with a checksum, without a header
}

Inflater::~Inflater() = default;

bool Inflater::isHungry() const { return m_state->avail_in == 0; }

void Inflater::feed(std::string_view packed) {
    // The library only reads it.
    m_state->next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(packed.data()));
    m_state->avail_in = std::uint32_t(packed.size());
}

std::optional<std::size_t> Inflater::inflate(char* to, std::size_t most) {
    m_state->next_out = reinterpret_cast<std::uint8_t*>(to);
    m_state->avail_out = std::uint32_t(most);
    if (isal_inflate(m_state.get()) != ISAL_DECOMP_OK) return std::nullopt;
    return most - m_state->avail_out;
}

bool Inflater::hasEnded() const { return m_state->block_state == ISAL_BLOCK_FINISH; }

std::uint32_t Inflater::checksum() const { return m_state->crc; }

std::uint32_t zipChecksum(std::uint32_t before, std::string_view bytes) {
    return crc32_gzip_refl(before, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace icp
