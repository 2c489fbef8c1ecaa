#pragma once

#include "core/rows/grid.h"

#include <QStringList>

#include <string_view>
#include <vector>

namespace icp {

/// One <table> of a web page.
struct HtmlTable {
    QString caption;
    Grid cells;
};

/// The tables of a web page in the order in which they end, as damaged as pages are. Cells that span several
/// columns or rows stand in the first of them; a table within a cell is a table of its own, and no text of
/// the cell. Entities are resolved, white space collapses as a browser shows it, <br> is a line break.
/// `encoding` is empty to believe the page.
std::vector<HtmlTable> readHtmlTables(std::string_view page, const QByteArray& encoding);

}  // namespace icp
