#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QStringList>

namespace icp {

/// The words of one command: files and options. Every option takes a value, but for those named as flags; an
/// option may be given several times. Errors: Usage, naming the word.
class Options {
public:
    static Result<Options> parse(const QStringList& arguments, const QStringList& valued,
                                 const QStringList& flags = {});

    const QStringList& files() const { return m_files; }
    bool has(const QString& name) const { return m_values.contains(name); }
    /// The last value given, or "".
    QString value(const QString& name) const {
        return m_values.value(name).isEmpty() ? QString() : m_values.value(name).last();
    }
    QStringList values(const QString& name) const { return m_values.value(name); }

private:
    QStringList m_files;
    QHash<QString, QStringList> m_values;
};

}  // namespace icp
