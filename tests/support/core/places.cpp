#include "tests/support/core/places.h"

namespace icp {

QString sourceFile(const QString& relative) { return QStringLiteral(ICP_SOURCE_DIR "/") + relative; }

QString realFile(const QString& relative) { return QStringLiteral(ICP_REAL_DATA "/") + relative; }

QString programPath() { return QStringLiteral(ICP_PROGRAM); }

}  // namespace icp
