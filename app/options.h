#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace icp {

/// One option of a command. What stands here is what is understood and what --help tells; texts are in
/// English, for translation in the context "icp::Help".
struct Option {
    const char* name;     ///< without the dashes
    const char* value;    ///< as help shows it: "DIR"; empty for a flag
    const char* meaning;  ///< for help
    bool required = false;
};

/// The words of one command: files and options. An option may be given several times; --help and --verbose
/// are flags of every command; after "--" all words are files. Errors: Usage, naming the word.
class Options {
public:
    static Result<Options> parse(const QStringList& words, const std::vector<Option>& known);

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
