#include "core/deck/sheet.h"
#include "core/deck/zip.h"
#include "core/table/column.h"

#include <QStringView>

#include <algorithm>

namespace icp {

namespace {

constexpr const char* head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr qsizetype longestCell = 32767;  ///< characters a spreadsheet cell may hold

/// Text for XML, without the control characters XML cannot carry.
QByteArray escaped(QStringView text) {
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : text.left(longestCell))
        if (c >= u' ' || c == u'\n' || c == u'\t') clean += c;
    return clean.toHtmlEscaped().toUtf8();
}

QByteArray columnName(std::size_t column) {
    QByteArray name;
    for (++column; column > 0; column = (column - 1) / 26) name.prepend(char('A' + (column - 1) % 26));
    return name;
}

QByteArray textCell(const QByteArray& reference, QStringView text, int style) {
    return "<c r=\"" + reference + "\" s=\"" + QByteArray::number(style) +
           "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(text) + "</t></is></c>";
}

/// Width in characters that shows most cells of a column whole.
int widthOf(const Sheet& sheet, std::size_t column) {
    qsizetype width = sheet.header[qsizetype(column)].size();
    for (const auto& row : sheet.rows)
        if (const QString* text = std::get_if<QString>(&row[column])) width = std::max(width, text->size());
    return int(std::clamp<qsizetype>(width + 3, 9, 48));
}

QByteArray worksheet(const Sheet& sheet) {
    QByteArray xml = head;
    xml +=
        "<worksheet "
        "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews><sheetView "
        "workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" "
        "state=\"frozen\"/></sheetView></sheetViews><cols>";
    for (std::size_t column = 0; column < std::size_t(sheet.header.size()); ++column) {
        const QByteArray at = QByteArray::number(qulonglong(column + 1));
        xml += "<col min=\"" + at + "\" max=\"" + at + "\" width=\"" +
               QByteArray::number(widthOf(sheet, column)) + "\" customWidth=\"1\"/>";
    }
    xml += "</cols><sheetData><row r=\"1\">";
    for (std::size_t column = 0; column < std::size_t(sheet.header.size()); ++column)
        xml += textCell(columnName(column) + '1', sheet.header[qsizetype(column)], 1);
    xml += "</row>";
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
        const QByteArray number = QByteArray::number(qulonglong(row + 2));
        xml += "<row r=\"" + number + "\">";
        for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
            const Sheet::Cell& cell = sheet.rows[row][column];
            if (const QString* text = std::get_if<QString>(&cell))
                xml += textCell(columnName(column) + number, *text, 0);
            else if (const double* value = std::get_if<double>(&cell))
                xml += "<c r=\"" + columnName(column) + number + "\"><v>" +
                       QByteArray::fromStdString(plainNumber(*value)) + "</v></c>";
        }
        xml += "</row>";
    }
    xml += "</sheetData><autoFilter ref=\"A1:" +
           columnName(std::size_t(std::max<qsizetype>(sheet.header.size(), 1)) - 1) +
           QByteArray::number(qulonglong(sheet.rows.size() + 1)) + "\"/></worksheet>";
    return xml;
}

constexpr const char* styles =
    "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><fonts "
    "count=\"2\"><font><sz "
    "val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name "
    "val=\"Calibri\"/></font></fonts><fills "
    "count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
    "patternType=\"gray125\"/></fill></fills><borders "
    "count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border>"
    "</borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
    "borderId=\"0\"/></cellStyleXfs><cellXfs "
    "count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"0\" "
    "fontId=\"1\" "
    "fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs></styleSheet>";

}  // namespace

Result<QByteArray> sheetsXlsx(const std::vector<Sheet>& sheets) {
    QByteArray types =
        QByteArray(head) +
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
        "Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default "
        "Extension=\"xml\" "
        "ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" "
        "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/"
        "><Override "
        "PartName=\"/xl/styles.xml\" "
        "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>";
    const QByteArray office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const QByteArray relationships =
        QByteArray(head) +
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    QByteArray workbook =
        QByteArray(head) +
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" + office +
        "\"><sheets>";
    QByteArray links = relationships;
    std::vector<std::pair<QString, QByteArray>> parts;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const QByteArray number = QByteArray::number(qulonglong(i + 1));
        types +=
            "<Override PartName=\"/xl/worksheets/sheet" + number +
            ".xml\" "
            "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>";
        workbook += "<sheet name=\"" + escaped(sheets[i].name) + "\" sheetId=\"" + number + "\" r:id=\"rId" +
                    number + "\"/>";
        links += "<Relationship Id=\"rId" + number + "\" Type=\"" + office +
                 "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>";
        parts.emplace_back(QStringLiteral("xl/worksheets/sheet%1.xml").arg(i + 1), worksheet(sheets[i]));
    }
    links += "<Relationship Id=\"rId" + QByteArray::number(qulonglong(sheets.size() + 1)) + "\" Type=\"" +
             office + "/styles\" Target=\"styles.xml\"/></Relationships>";
    parts.insert(parts.begin(), {{QStringLiteral("[Content_Types].xml"), types + "</Types>"},
                                 {QStringLiteral("_rels/.rels"),
                                  relationships + "<Relationship Id=\"rId1\" Type=\"" + office +
                                      "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
                                 {QStringLiteral("xl/workbook.xml"), workbook + "</sheets></workbook>"},
                                 {QStringLiteral("xl/_rels/workbook.xml.rels"), links},
                                 {QStringLiteral("xl/styles.xml"), QByteArray(head) + styles}});
    return zipped(parts);
}

}  // namespace icp
