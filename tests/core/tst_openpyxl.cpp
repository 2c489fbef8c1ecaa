#include "core/base/text.h"
#include "core/rows/reader.h"
#include "tests/support/core/places.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace icp;

namespace {

using Place = std::pair<qint64, qint64>;  ///< row and column, from 1

struct Seen {
    QString kind;
    QString text;
};
using Cells = QMap<Place, Seen>;

QString kindName(CellKind kind, const QString& text) {
    switch (kind) {
        case CellKind::Number:
            return QStringLiteral("number");
        case CellKind::Date:
            return QStringLiteral("date");
        case CellKind::Boolean:
            return QStringLiteral("boolean");
        case CellKind::Error:
            return QStringLiteral("error");
        case CellKind::Empty:
        case CellKind::Text:
            break;
    }
    return text.size() >= 8 && text[2] == u':' && text[5] == u':' ? QStringLiteral("time")
                                                                  : QStringLiteral("text");
}

/// The escapes of ECMA-376 22.9.2.19: openpyxl leaves "_x000D_" as it is and turns "_x005F_" into "_".
QString unescaped(QString text) {
    static const QRegularExpression escape(QStringLiteral("_x([0-9A-Fa-f]{4})_"));
    for (auto found = escape.match(text); found.hasMatch();
         found = escape.match(text, found.capturedStart() + 1))
        if (const int code = found.captured(1).toInt(nullptr, 16); code != 0)
            text.replace(found.capturedStart(), 7, QChar(char16_t(code)));
    return text;
}

bool same(const Seen& a, const Seen& b) {
    if (a.kind != b.kind) return false;
    if (a.kind != u"number") return a.text == b.text || a.text == unescaped(b.text);
    const double left = a.text.toDouble();
    const double right = b.text.toDouble();
    return left == right || std::abs(left - right) <= 1e-11 * std::abs(left);
}

}  // namespace

/// Every cell of real workbooks, against another program that reads them. Only where it is installed.
class TestOpenpyxl : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCellAgrees();
};

void TestOpenpyxl::everyCellAgrees() {
    QStringList folders;
    for (const char* name : {"libxlsxwriter", "readxl"})
        if (const QDir folder(realFile(QLatin1String(name))); folder.exists())
            folders << folder.path();
    if (folders.isEmpty()) QSKIP("The workbooks of libxlsxwriter and readxl are not beside the project.");
    QProcess peer;
    const QString script = sourceFile(QStringLiteral("tests/support/core/openpyxl_cells.py"));
    peer.start(QStringLiteral("/usr/bin/python3"), QStringList{script} + folders);
    if (!peer.waitForFinished(240'000) || peer.exitCode() != 0) QSKIP("python3-openpyxl is not installed.");

    int sheets = 0;
    int refused = 0;
    qint64 cells = 0;
    QString path;
    QString sheet;
    Cells theirs;
    QStringList differences;
    const auto compare = [&] {
        if (sheet.isEmpty()) return;
        ++sheets;
        Cells ours;
        ReadOptions options;
        options.sheet = std::exchange(sheet, {});
        const auto info = readRows(path, options, [&](qint64 line, std::span<const Cell> row) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                const QString text = toQString(row[i].text);
                if (row[i].kind != CellKind::Empty)
                    ours[{line, qint64(i) + 1}] = {kindName(row[i].kind, text), text};
            }
            return true;
        });
        const QString where = path.section(u'/', -2) + u' ' + options.sheet;
        if (!info) differences << where + QStringLiteral(": ") + info.error().message;
        cells += ours.size();
        const QList<Place> places = ours.keys() + theirs.keys();
        for (const Place& place : QSet<Place>(places.begin(), places.end())) {
            const Seen our = ours.value(place);
            const Seen their = theirs.value(place);
            if (!same(our, their))
                differences << QStringLiteral("%1 row %2 column %3: %4 “%5”, openpyxl %6 “%7”")
                                   .arg(where)
                                   .arg(place.first)
                                   .arg(place.second)
                                   .arg(our.kind, our.text, their.kind, their.text);
        }
        theirs.clear();
    };
    const QList<QByteArray> lines = peer.readAllStandardOutput().split('\n');
    for (const QByteArray& line : lines) {
        const QJsonArray words = QJsonDocument::fromJson(line).array();
        const QString what = words.at(0).toString();
        if (what == u"file" || what == u"sheet") compare();
        if (what == u"file") path = words.at(1).toString();
        if (what == u"refused") ++refused;
        if (what == u"sheet") sheet = words.at(1).toString();
        if (what == u"cell")
            theirs[{words.at(1).toInteger(), words.at(2).toInteger()}] = {words.at(3).toString(),
                                                                          words.at(4).toString()};
    }
    compare();
    differences.sort();
    qInfo("%d sheets, %lld cells, %d files that openpyxl refuses", sheets, cells, refused);
    for (const QString& difference : differences.mid(0, 50)) qWarning("%s", qPrintable(difference));
    QVERIFY(differences.isEmpty());
    QVERIFY(sheets > 700);
}

QTEST_APPLESS_MAIN(TestOpenpyxl)
#include "tst_openpyxl.moc"
