#include "app/options.h"

#include <QCoreApplication>

#include <algorithm>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Options)
};

enum class Kind { Unknown, Flag, Valued };

Kind kindOf(const QString& name, const std::vector<Option>& known) {
    if (name == u"help" || name == u"verbose") return Kind::Flag;
    const auto it = std::find_if(known.begin(), known.end(),
                                 [&](const Option& option) { return name == QLatin1String(option.name); });
    if (it == known.end()) return Kind::Unknown;
    return *it->value == '\0' ? Kind::Flag : Kind::Valued;
}

}  // namespace

Result<Options> Options::parse(const QStringList& words, const std::vector<Option>& known) {
    Options options;
    bool onlyFiles = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words[i];
        if (onlyFiles || word.size() < 2 || !word.startsWith(u'-')) {
            options.m_files << word;
            continue;
        }
        if (word == u"--") {
            onlyFiles = true;
            continue;
        }
        const QString name = word.startsWith(u"--") ? word.mid(2).section(u'=', 0, 0) : QString();
        const bool hasValue = word.contains(u'=');
        switch (kindOf(name, known)) {
            case Kind::Unknown:
                return fail(ErrorCode::Usage, Words::tr("There is no option %1. Try --help.")
                                                  .arg(name.isEmpty() ? word : QStringLiteral("--") + name));
            case Kind::Flag:
                if (hasValue) return fail(ErrorCode::Usage, Words::tr("--%1 takes no value.").arg(name));
                options.m_values[name];
                break;
            case Kind::Valued:
                if (hasValue)
                    options.m_values[name] << word.section(u'=', 1);
                else if (i + 1 < words.size() && !words[i + 1].startsWith(u"--"))
                    options.m_values[name] << words[++i];
                else
                    return fail(ErrorCode::Usage, Words::tr("--%1 needs a value after it.").arg(name));
                break;
        }
    }
    return options;
}

}  // namespace icp
