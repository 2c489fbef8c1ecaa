#pragma once

#include "core/base/job.h"
#include "core/table/dataset.h"

#include <optional>
#include <vector>

namespace icp {

/// An account that is like another.
struct LookAlike {
    std::uint32_t account = 0;  ///< row
    double similarity = 0;      ///< 0 to 1
    int compared = 0;           ///< attributes known of both
};

/// How alike accounts are (Gower 1971, "A general coefficient of similarity and some of its properties"): the
/// mean over the attributes known of both. Levels are alike or not; sets by Jaccard's index; numbers by how
/// many accounts stand between them, since amounts are mostly skewed. Made once per dataset, cheap to ask.
class Similarity {
public:
    /// What a company that need not exist has of one attribute: a number, or levels.
    struct Trait {
        QString attribute;
        double number = 0;
        QStringList levels{};
    };

    /// Over these attributes of accounts; none named: all that may explain something. Texts are left out. A
    /// cancelled job leaves one that is no longer wanted.
    explicit Similarity(const Dataset& dataset, const QStringList& attributes = {}, const Job& job = {});

    int attributes() const { return int(m_parts.size()); }
    LookAlike between(std::uint32_t a, std::uint32_t b) const;
    /// The `count` most alike of `among`, most alike first, without `account` itself; equal ones by row. Only
    /// accounts that share at least half of the attributes known of `account`.
    std::vector<LookAlike> nearest(std::uint32_t account, const Bitmap& among, std::size_t count) const;
    /// The same for a company of which only `traits` are known; those of attributes not compared do not
    /// count. Of several levels of a set it is the share that the other has.
    std::vector<LookAlike> nearest(const std::vector<Trait>& traits, const Bitmap& among, std::size_t count,
                                   const Job& job = {}) const;

private:
    struct Part {
        QString attribute;
        Column column;
        std::vector<float> place;  ///< of numbers: 0 to 1 by mid-rank; empty for others
    };
    /// Where a trait stands in a part: a place, or codes.
    struct Standing {
        const Part* part = nullptr;
        float place = 0;
        std::size_t levels = 0;  ///< of the trait; nobody need have one
        std::vector<std::uint32_t> codes{};
    };
    static std::optional<float> alike(const Part& part, std::uint32_t a, std::uint32_t b);
    static std::optional<float> alike(const Standing& one, std::uint32_t other);
    static Standing standing(const Part& part, const Trait& trait);

    std::vector<Part> m_parts;
};

}  // namespace icp
