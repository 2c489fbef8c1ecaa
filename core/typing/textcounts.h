#pragma once

#include "core/rows/reader.h"
#include "core/typing/textcodes.h"

#include <memory>

namespace icp {

/// The distinct texts of a column and how often each was met, as far as there is room for them.
class TextCounts {
public:
    TextCounts() : m_codes(256) {}

    /// False when the text is new and there is no room left: it is not counted then.
    bool add(std::string_view text, CellKind kind);

    std::size_t size() const { return m_seen.size(); }
    std::string_view text(std::size_t i) const { return m_codes.text(std::uint32_t(i)); }
    CellKind kind(std::size_t i) const { return m_seen[i].kind; }
    qint64 count(std::size_t i) const { return m_seen[i].count; }

private:
    std::string_view keep(std::string_view text);

    struct Seen {
        CellKind kind;
        qint64 count;
    };
    TextCodes m_codes;
    std::vector<Seen> m_seen;
    std::vector<std::unique_ptr<char[]>> m_blocks;
    char* m_free = nullptr;  ///< what is left of the last block
    std::size_t m_room = 0;
};

}  // namespace icp
