#pragma once

#include "core/analysis/frame.h"
#include "core/base/job.h"

#include <optional>

namespace icp {

/// An attribute over the units of a frame as small codes: built once, then every count is a pass over bytes.
struct Coded {
    const Attribute* attribute = nullptr;
    AttributeKind kind = AttributeKind::Nominal;
    ColumnType type = ColumnType::Category;
    /// Label, condition and `unknown` are filled; Unknown is last and only there when a cell is missing.
    std::vector<Level> levels;
    std::vector<std::uint8_t> codes;  ///< per unit: its level. Empty for Multi, whose levels overlap
    std::vector<Bitmap> elements;     ///< Multi: units per level
    qint64 missing = 0;
    std::optional<double>
        paidP;  ///< of a test over ranges that were chosen by the outcome; nothing where none were

    /// Whether neighbouring levels may be joined to a range.
    bool ordered() const {
        return kind == AttributeKind::Ordinal || kind == AttributeKind::Numeric ||
               kind == AttributeKind::Date;
    }
    std::size_t knownLevels() const { return levels.size() - (missing > 0 ? 1 : 0); }
};

/// At most 12 levels of categories (the largest 11 and "Other"), 12 elements of a multi-valued attribute, 7
/// ranges; all chosen without looking at the outcome, unless the study wants ranges that are.
Coded coded(const Dataset& dataset, const Frame& frame, const Attribute& attribute, const Study& study,
            const Job& job = {});

/// The attributes of a study: those that may explain its outcome, in the order of the dataset, and those set
/// aside.
struct Selection {
    struct LeftOut {
        const Attribute* attribute;
        QString reason;
    };
    std::vector<const Attribute*> analysed;
    std::vector<LeftOut> leftOut;
};
Selection selectionOf(const Dataset& dataset, const Study& study);

}  // namespace icp
