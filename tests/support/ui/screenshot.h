#pragma once

#include <QString>
#include <QWidget>

namespace icp::test {

/// Writes a picture of `widget` as NAME.png into the folder that ICP_SCREENSHOTS names; does nothing without
/// it.
void shoot(QWidget& widget, const QString& name);

}  // namespace icp::test
