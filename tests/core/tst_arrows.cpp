#include "tests/support/core/places.h"

#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

/// The house: which room may include which (CONTRIBUTING.md draws it). A room may always include itself.
static const QHash<QString, QStringList> arrows{
    {"app", {"core", "ui"}},
    {"core/base", {}},
    {"core/table", {"core/base"}},
    {"core/rows", {"core/base"}},
    {"core/typing", {"core/rows", "core/table", "core/base"}},
    {"core/proposals", {"core/table", "core/base"}},
    {"core/import", {"core/proposals", "core/typing", "core/rows", "core/table", "core/base"}},
    {"core/analysis", {"core/table", "core/base"}},
    {"core/workshop", {"core/proposals", "core/table", "core/base"}},
    {"core/example",
     {"core/import", "core/analysis", "core/draft", "core/store", "core/workshop", "core/table", "core/base"}},
    {"core/store", {"core/workshop", "core/proposals", "core/table", "core/base"}},
    {"core/draft", {"core/analysis", "core/workshop", "core/table", "core/base"}},
    {"core/deck", {"core/analysis", "core/workshop", "core/proposals", "core/table", "core/base"}},
    {"ui/shell", {"core", "ui/document", "ui/widgets", "ui/theme", "ui/stations"}},
    {"ui/widgets", {"core/base", "ui/theme"}},
    {"ui/theme", {}},
    {"ui/document", {"core"}},
    {"ui/models", {"core", "ui/document"}},
    {"ui/charts", {"core", "ui/theme"}},
    {"ui/deck", {"core/deck", "core/workshop", "core/base"}},
    {"ui/stations", {"core", "ui/document", "ui/models", "ui/charts", "ui/deck", "ui/widgets", "ui/theme"}},
};

static QString roomOf(const QString& path)
{
    const QStringList parts = path.split(u'/');
    return parts.first() == u"app" ? parts.first() : parts.mid(0, 2).join(u'/');
}

class TestArrows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void includesRunOneWay();
    void stationsNeverIncludeEachOther();
    void coreKnowsNoWindow();
    void filesStaySmall();

private:
    template <class Body>
    static void forEachInclude(Body body)
    {
        static const QRegularExpression include(QStringLiteral("^\\s*#include\\s+[\"<]([^\">]+)[\">]"),
                                                QRegularExpression::MultilineOption);
        for (const char* top : {"app", "core", "ui"}) {
            const QDir root(icp::sourceFile({}));
            QDirIterator it(root.filePath(QString::fromLatin1(top)), {"*.h", "*.cpp"}, QDir::Files,
                            QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString text = QString::fromUtf8(file.readAll());
                auto matches = include.globalMatch(text);
                while (matches.hasNext())
                    body(root.relativeFilePath(file.fileName()), matches.next().captured(1));
            }
        }
    }
};

void TestArrows::includesRunOneWay()
{
    QStringList wrong;
    QSet<QString> seen;
    forEachInclude([&](const QString& file, const QString& included) {
        if (!included.startsWith(u"core/") && !included.startsWith(u"ui/") && !included.startsWith(u"app/"))
            return;
        const QString from = roomOf(file);
        const QString to = roomOf(included);
        seen.insert(from);
        if (!arrows.contains(from)) {
            wrong << file + QStringLiteral(" stands in a room that this test does not know");
        } else if (from != to && !arrows[from].contains(to) && !arrows[from].contains(to.section(u'/', 0, 0))) {
            wrong << file + QStringLiteral(" includes ") + included;
        }
    });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QVERIFY(seen.size() > 3);
}

void TestArrows::stationsNeverIncludeEachOther()
{
    QStringList wrong;
    forEachInclude([&](const QString& file, const QString& included) {
        const QString from = file.section(u'/', 0, 2);
        if (file.startsWith(u"ui/stations/") && included.startsWith(u"ui/stations/") && from != included.section(u'/', 0, 2) &&
            included.count(u'/') > 2)
            wrong << file + QStringLiteral(" includes ") + included;
    });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestArrows::coreKnowsNoWindow()
{
    static const QRegularExpression window(
        QStringLiteral("^(Qt(Gui|Widgets|Charts|Svg)/|Q(Widget|Painter|Image|Pixmap|Color|Font|Icon|Application|Chart)\\w*$)"));
    QStringList wrong;
    forEachInclude([&](const QString& file, const QString& included) {
        if (file.startsWith(u"core/") && window.match(included).hasMatch())
            wrong << file + QStringLiteral(" includes ") + included;
        if (!file.startsWith(u"ui/charts/") && included.startsWith(u"QtCharts"))
            wrong << file + QStringLiteral(" includes ") + included + QStringLiteral("; only ui/charts may");
    });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestArrows::filesStaySmall()
{
    QStringList wrong;
    for (const char* top : {"app", "core", "ui"}) {
        QDirIterator it(icp::sourceFile(QString::fromLatin1(top)), {"*.h", "*.cpp"}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto lines = file.readAll().count('\n');
            if (lines > 450)
                wrong << QStringLiteral("%1 has %2 lines: it has found two rooms").arg(file.fileName()).arg(lines);
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

QTEST_APPLESS_MAIN(TestArrows)
#include "tst_arrows.moc"
