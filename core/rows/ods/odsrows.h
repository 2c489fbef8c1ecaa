#pragma once

#include "core/rows/reader.h"
#include "core/rows/rowbatch.h"
#include "core/rows/xmlparser.h"

#include <QStringList>

#include <set>
#include <string>

namespace icp {

/// Turns the content.xml of an OpenDocument spreadsheet into rows, piece by piece. Source: OpenDocument 1.3,
/// part 3, 9.1. Comments are no content; a cell that says it repeats is repeated as often.
class OdsRows {
public:
    /// Takes the sheet called `wanted`, or the first one with data; hidden ones only by name or on request.
    OdsRows(QString wanted, bool withHidden);

    /// Feeds bytes; whole rows are appended to `batch`. False when the XML is damaged.
    bool parse(std::string_view xml, bool last, RowBatch& batch);

    bool atEnd() const { return m_done; }  ///< the sheet is over: no more bytes are needed
    const QString& sheet() const {
        return m_sheet;
    }  ///< that the rows are of; empty as long as there are none
    const QStringList& names() const { return m_names; }  ///< of all sheets met so far
    bool metHidden() const { return m_metHidden; }

private:
    struct Value {
        std::string text;
        CellKind kind = CellKind::Empty;
    };
    void start(std::string_view name, XmlParser::Attributes attributes);
    void end(std::string_view name);
    void startTable(XmlParser::Attributes attributes);
    void startCell(XmlParser::Attributes attributes);
    void endCell();
    void endRow();
    void stop(const QString& sentence);

    const QString m_wanted;
    const bool m_withHidden;
    XmlParser m_parser;
    RowBatch* m_batch = nullptr;
    QString m_sheet;
    QString m_table;  ///< the sheet whose rows are being read
    QStringList m_names;
    std::set<std::string> m_hiddenStyles;
    std::string m_style;
    bool m_metHidden = false;
    bool m_done = false;
    bool m_reading = false;  ///< within a sheet that is wanted

    std::uint32_t m_row = 0;  ///< rows of the sheet before this one
    std::uint32_t m_rowRepeats = 1;
    std::vector<Value> m_cells;
    std::size_t m_column = 0;
    std::size_t m_cellRepeats = 1;
    Value m_value;
    bool m_textIsValue = false;
    bool m_inCell = false;
    int m_paragraphs = 0;
    int m_inParagraph = 0;
    int m_inNote = 0;
};

}  // namespace icp
