#pragma once

#include "app/options.h"
#include "core/import/choices.h"

namespace icp {

/// --memory FILE|user|none: where the decisions of earlier imports come from and go to. What is wrong with a
/// file that was named is an error; with the user's own, which nobody asked for, it is only said on stderr.
class MemoryOption {
public:
    static Option option(const char* meaning) { return {"memory", "FILE|user|none", meaning}; }
    /// `otherwise` is the word that holds when the option is not given.
    MemoryOption(const Options& options, const QString& otherwise);

    /// Empty when there is none. Errors: InputUnusable.
    Result<MappingMemory> read() const;
    /// Adds what was decided for a dataset that was taken into use. Errors: as keepDecisions().
    Result<void> keep(const Dataset& dataset) const;

private:
    QString m_path;  ///< empty: nowhere
    bool m_named = false;
};

}  // namespace icp
