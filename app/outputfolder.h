#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <utility>

namespace icp {

/// A folder that results go into, made if it does not exist. While this lives, the folder is there; what was
/// made and is still empty at the end goes again, and what stays is said on stderr.
class OutputFolder {
public:
    /// Finds out before the work whether it can end well. Errors: OutputNotWritable naming the folder.
    static Result<OutputFolder> prepare(const QString& folder);

    OutputFolder(OutputFolder&& other) noexcept : m_made(std::exchange(other.m_made, {})) {}
    OutputFolder& operator=(OutputFolder&&) = delete;
    ~OutputFolder();

private:
    explicit OutputFolder(QStringList made) : m_made(std::move(made)) {}

    QStringList m_made;  ///< the deepest first
};

}  // namespace icp
