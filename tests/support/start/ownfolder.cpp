// Linked into every test of the window: preferences and data of a person, and of another test that runs at
// the same time, are out of reach. Before main(), because Qt settles on the folders when it is first asked.
#include <QDir>
#include <QTemporaryDir>

#include <cstdlib>

namespace {

struct OwnFolder {
    OwnFolder() {
        if (!folder.isValid()) std::abort();
        qputenv("XDG_CONFIG_HOME", folder.filePath(QStringLiteral("config")).toUtf8());
        qputenv("XDG_DATA_HOME", folder.filePath(QStringLiteral("data")).toUtf8());
    }
    QTemporaryDir folder{QDir::tempPath() + QStringLiteral("/icp-window-test-XXXXXX")};
};

const OwnFolder own;

}  // namespace
