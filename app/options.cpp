#include "app/options.h"

#include <QCoreApplication>

namespace icp {

Result<Options> Options::parse(const QStringList& arguments, const QStringList& valued,
                               const QStringList& flags) {
    Options options;
    bool onlyFiles = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& word = arguments[i];
        if (onlyFiles || !word.startsWith(u"--")) {
            options.m_files << word;
            continue;
        }
        if (word == u"--") {
            onlyFiles = true;
            continue;
        }
        const QString name = word.mid(2).section(u'=', 0, 0);
        if (flags.contains(name)) {
            options.m_values[name];
        } else if (!valued.contains(name)) {
            return fail(ErrorCode::Usage,
                        QCoreApplication::translate("icp::Options", "There is no option --%1. Try --help.")
                            .arg(name));
        } else if (word.contains(u'=')) {
            options.m_values[name] << word.section(u'=', 1);
        } else if (i + 1 < arguments.size()) {
            options.m_values[name] << arguments[++i];
        } else {
            return fail(
                ErrorCode::Usage,
                QCoreApplication::translate("icp::Options", "--%1 needs a value after it.").arg(name));
        }
    }
    return options;
}

}  // namespace icp
