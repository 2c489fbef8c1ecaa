#pragma once

#include <QStringList>

class QApplication;

namespace icp {

/// One function per command, one file each. `arguments` are the words after the command; the result is the
/// exit code.
int open(const QStringList& arguments, QApplication& application);
int read(const QStringList& arguments);
int report(const QStringList& arguments);
int import(const QStringList& arguments);
int analyze(const QStringList& arguments);
int exportFile(const QStringList& arguments);
int example(const QStringList& arguments);

}  // namespace icp
