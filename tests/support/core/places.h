#pragma once
#include <QString>

namespace icp {

// Where tests find things. Compiled once, so that no other test knows the folder it is built in.
QString sourceFile(const QString& relative);  // of the project's own tree
QString realFile(const QString& relative);    // exports by others; a test skips where they are absent
QString programPath();                        // the program under test

}  // namespace icp
