#pragma once

#include <QByteArray>

/// The parts of a presentation that are the same in every file.
namespace icp::ooxml {

QByteArray themeXml();
QByteArray masterXml();
QByteArray layoutXml();
QByteArray notesMasterXml();

}  // namespace icp::ooxml
