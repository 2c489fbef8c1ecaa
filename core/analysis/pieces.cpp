#include "core/analysis/segments.h"

#include <algorithm>
#include <bit>

namespace icp {

namespace {

/// One condition for the levels first .. last of an ordered attribute.
Condition joined(const Coded& attribute, std::size_t first, std::size_t last) {
    Condition condition = attribute.levels[first].condition;
    condition.high = attribute.levels[last].condition.high;
    for (std::size_t l = first + 1; l <= last; ++l) condition.values += attribute.levels[l].condition.values;
    return condition;
}

}  // namespace

std::vector<Piece> piecesOf(const Frame& frame, const std::vector<Coded>& attributes, const Bitmap& units,
                            qint64 least) {
    const auto all = qint64(units.count());
    std::vector<Piece> pieces;
    for (std::size_t a = 0; a < attributes.size(); ++a) {
        const Coded& attribute = attributes[a];
        const std::size_t known = attribute.knownLevels();
        std::vector<qint64> count(attribute.levels.size(), 0);
        if (attribute.kind == AttributeKind::Multi)
            for (std::size_t l = 0; l < known; ++l) count[l] = qint64(attribute.elements[l].countAnd(units));
        else
            for (std::size_t unit = 0; unit < frame.size(); ++unit)
                count[attribute.codes[unit]] += units.test(unit) ? 1 : 0;
        const std::size_t longest = attribute.ordered() && known > 2 ? known - 1 : 1;
        for (std::size_t first = 0; first < known; ++first) {
            qint64 n = 0;
            std::uint32_t levels = 0;
            for (std::size_t last = first; last < std::min(known, first + longest); ++last) {
                n += count[last];
                levels |= 1U << last;
                const bool addsNothing = last > first && (count[last] == 0 || count[first] == 0);
                if (n >= least && n < all && !addsNothing)
                    pieces.push_back({a, levels, joined(attribute, first, last)});
            }
        }
    }
    return pieces;
}

Bitmap coverOf(const Frame& frame, const std::vector<Coded>& attributes, const Piece& piece) {
    const Coded& attribute = attributes[piece.attribute];
    if (attribute.kind == AttributeKind::Multi)
        return attribute.elements[std::size_t(std::countr_zero(piece.levels))];
    Bitmap cover(frame.size());
    for (std::size_t unit = 0; unit < frame.size(); ++unit)
        if (piece.levels >> attribute.codes[unit] & 1U) cover.set(unit);
    return cover;
}

SearchSpace spaceOf(const std::vector<std::uint8_t>& positive, const std::vector<Coded>& attributes,
                    const std::vector<Piece>& pieces, std::span<const std::uint32_t> units) {
    SearchSpace space(units, positive);
    for (std::size_t p = 0; p < pieces.size();) {
        const std::size_t a = pieces[p].attribute;
        std::vector<std::uint32_t> masks;
        for (; p < pieces.size() && pieces[p].attribute == a; ++p) masks.push_back(pieces[p].levels);
        if (attributes[a].kind != AttributeKind::Multi)
            space.addCodes(int(a), attributes[a].codes, masks);
        else
            for (const std::uint32_t mask : masks) {
                const Bitmap& element = attributes[a].elements[std::size_t(std::countr_zero(mask))];
                space.add(int(a), [&](std::uint32_t unit) { return element.test(unit); });
            }
    }
    return space;
}

}  // namespace icp
