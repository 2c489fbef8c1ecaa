#pragma once

#include "core/deck/slide.h"

#include <QByteArray>

namespace icp::ooxml {

/// ppt/slides/slideN.xml: the blocks as native shapes, text boxes and tables, in the order of ECMA-376's
/// schema.
QByteArray slideXml(const Slide& slide);

/// ppt/notesSlides/notesSlideN.xml.
QByteArray notesXml(const QString& notes);

}  // namespace icp::ooxml
