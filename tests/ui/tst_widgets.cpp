#include "tests/support/ui/screenshot.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

using namespace icp::ui;

/// Contrast of WCAG 2.1, 1 to 21.
static double contrast(const QColor& a, const QColor& b) {
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](double v) {
            return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
               0.0722 * linear(colour.blueF());
    };
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

class TestWidgets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { applyTheme(false, 1); }
    void tokensFollowThePalette();
    void everyTokenIsSetAndReadable();
    void scaleIsCarriedByTheFont();
    void iconsAreRecoloured();
    void iconsFollowTheTheme();
    void textFollowsThemeAndScale();
    void switchHasOneChoice();
    void switchWorksByKeyboard();
    void messageBarSpeaksAndForgets();
    void emptyStateRunsItsButtons();
    void cardHasHeadOnlyWhenAsked();
    void gallery();
};

void TestWidgets::tokensFollowThePalette() {
    applyTheme(false, 1);
    QVERIFY(!Tokens::of(QApplication::palette()).dark);
    applyTheme(true, 1);
    QVERIFY(Tokens::of(QApplication::palette()).dark);
    QWidget widget;
    QCOMPARE(Tokens::of(&widget).surface, Tokens::darkTokens().surface);
}

void TestWidgets::everyTokenIsSetAndReadable() {
    for (const Tokens* t : {&Tokens::light(), &Tokens::darkTokens()}) {
        const QColor* first = &t->bg;
        for (const QColor* colour = first; colour <= &t->missingCell; ++colour) QVERIFY(colour->isValid());
        const std::pair<QColor, QColor> texts[] = {{t->ink, t->bg},
                                                   {t->ink2, t->bg},
                                                   {t->ink3, t->surface},
                                                   {t->onPrimary, t->primary},
                                                   {t->onPrimary, t->primaryHover},
                                                   {t->link, t->surface},
                                                   {t->navInk, t->navSel},
                                                   {t->navInk2, t->nav},
                                                   {t->infoInk, t->bestSoft},
                                                   {t->leastInk, t->leastSoft},
                                                   {t->okInk, t->okBg},
                                                   {t->warnInk, t->warnBg},
                                                   {t->errInk, t->errBg},
                                                   {t->onBest, t->best},
                                                   {t->onLeast, t->least},
                                                   {t->noteInk, t->note},
                                                   {t->ink, t->missingCell},
                                                   {t->ink2, t->restSoft},
                                                   {t->ink, t->sel}};
        for (const auto& [ink, back] : texts)
            QVERIFY2(contrast(ink, back) >= 4.5,
                     qPrintable(ink.name() + QStringLiteral(" on ") + back.name()));
        for (const QColor& shape : {t->ctl, t->best, t->least, t->rest, t->focus})
            QVERIFY2(contrast(shape, t->surface) >= 3, qPrintable(shape.name()));
    }
}

void TestWidgets::scaleIsCarriedByTheFont() {
    applyTheme(false, 1);
    QCOMPARE(uiScale(), 1.0);
    QCOMPARE(px(36), 36);
    QCOMPARE(font(Type::PageTitle).pixelSize(), 24);
    QCOMPARE(font(Type::Note).pixelSize(), 13);
    applyTheme(false, 1.3);
    QVERIFY(std::abs(uiScale() - 1.3) < 0.04);
    QVERIFY(px(36) >= 46);
    QCOMPARE(font(Type::Sentence).pixelSize(), 25);
}

void TestWidgets::iconsAreRecoloured() {
    const QImage image = iconPixmap(QStringLiteral("bolt"), Qt::red, 32, 1).toImage();
    QCOMPARE(image.size(), QSize(32, 32));
    bool seen = false;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y).alpha() == 255) {
                QCOMPARE(image.pixelColor(x, y).rgb(), QColor(Qt::red).rgb());
                seen = true;
            }
    QVERIFY(seen);
    QVERIFY(iconPixmap(QStringLiteral("no-such-icon"), Qt::red, 32, 1).isNull());
}

static QRgb strongestPixel(const QIcon& icon, QIcon::Mode mode = QIcon::Normal) {
    const QImage image = icon.pixmap(QSize(32, 32), 1, mode).toImage();
    QColor best(0, 0, 0, 0);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y).alpha() > best.alpha()) best = image.pixelColor(x, y);
    return best.rgb();
}

void TestWidgets::iconsFollowTheTheme() {
    applyTheme(false, 1);
    const QIcon check = icon(QStringLiteral("check"), &Tokens::ink2);
    QCOMPARE(strongestPixel(check), Tokens::light().ink2.rgb());
    QCOMPARE(strongestPixel(check, QIcon::Disabled), Tokens::light().ink3.rgb());
    applyTheme(true, 1);
    QCOMPARE(strongestPixel(check), Tokens::darkTokens().ink2.rgb());
}

void TestWidgets::textFollowsThemeAndScale() {
    applyTheme(false, 1);
    Text text(QStringLiteral("Patterns"), int(Type::PageTitle), Text::Ink::Second);
    text.show();
    QCOMPARE(text.font().pixelSize(), 24);
    QCOMPARE(text.palette().color(QPalette::WindowText), Tokens::light().ink2);
    applyTheme(true, 1.3);
    QCOMPARE(text.font().pixelSize(), font(Type::PageTitle).pixelSize());
    QCOMPARE(text.palette().color(QPalette::WindowText), Tokens::darkTokens().ink2);
    text.setInk(Text::Ink::Bad);
    QCOMPARE(text.palette().color(QPalette::WindowText), Tokens::darkTokens().leastInk);
    text.setWeight(QFont::DemiBold);
    QCOMPARE(text.font().weight(), QFont::DemiBold);
}

void TestWidgets::switchHasOneChoice() {
    SegmentedSwitch views({QStringLiteral("Won"), QStringLiteral("Tried"), QStringLiteral("Market")});
    QCOMPARE(views.current(), 0);
    QSignalSpy spy(&views, &SegmentedSwitch::currentChanged);
    views.setCurrent(2);
    QCOMPARE(views.current(), 2);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.first().first().toInt(), 2);
    views.setCurrent(7);
    QCOMPARE(views.current(), 2);
    QCOMPARE(spy.size(), 1);
}

void TestWidgets::switchWorksByKeyboard() {
    SegmentedSwitch views({QStringLiteral("Won"), QStringLiteral("Tried")});
    views.show();
    auto* button = views.findChildren<QToolButton*>().at(1);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(views.current(), 1);
}

void TestWidgets::messageBarSpeaksAndForgets() {
    QWidget page;
    QVBoxLayout layout(&page);
    auto* bar = new MessageBar;
    layout.addWidget(bar);
    page.show();
    QVERIFY(!bar->isVisible());
    int calls = 0;
    bar->showMessage(MessageBar::Kind::Error, QStringLiteral("The file is open in another program."));
    bar->addAction(QStringLiteral("Try again"), [&] { ++calls; });
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->accessibleName(), bar->text());
    QTest::mouseClick(bar->findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(calls, 1);
    bar->showMessage(MessageBar::Kind::Ok, QStringLiteral("Saved."));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!bar->findChild<QPushButton*>());
    bar->clear();
    QVERIFY(!bar->isVisible());
    QVERIFY(bar->text().isEmpty());
}

void TestWidgets::emptyStateRunsItsButtons() {
    EmptyState state(QStringLiteral("patterns"), QStringLiteral("No patterns yet"),
                     QStringLiteral("Import deals first."));
    int primary = 0;
    int secondary = 0;
    state.addPrimary(QStringLiteral("Go to Import"), QStringLiteral("import"), [&] { ++primary; });
    state.addSecondary(QStringLiteral("Try the example"), [&] { ++secondary; });
    state.show();
    const auto buttons = state.findChildren<QPushButton*>();
    QCOMPARE(buttons.size(), 2);
    for (QPushButton* button : buttons) QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(primary, 1);
    QCOMPARE(secondary, 1);
}

void TestWidgets::cardHasHeadOnlyWhenAsked() {
    Card plain;
    QVERIFY(!plain.findChild<QLabel*>());
    Card titled(QStringLiteral("Attributes"));
    titled.setNote(QStringLiteral("16"));
    titled.addTool(iconButton(QStringLiteral("copy"), QStringLiteral("Copy chart")));
    QCOMPARE(titled.accessibleName(), QStringLiteral("Attributes"));
    QCOMPARE(titled.findChildren<QLabel*>().size(), 2);
    QCOMPARE(titled.findChild<QToolButton*>()->accessibleName(), QStringLiteral("Copy chart"));
}

void TestWidgets::gallery() {
    for (const bool dark : {false, true}) {
        applyTheme(dark, 1);
        QWidget page;
        page.resize(1100, 700);
        auto* grid = new QGridLayout(&page);
        grid->setContentsMargins(20, 20, 20, 20);
        grid->setSpacing(16);

        auto* buttons = new Card(QStringLiteral("Buttons"));
        auto* row = new QHBoxLayout;
        row->addWidget(primaryButton(QStringLiteral("Primary")));
        row->addWidget(secondaryButton(QStringLiteral("With icon"), QStringLiteral("export")));
        QPushButton* disabled = secondaryButton(QStringLiteral("Disabled"));
        disabled->setEnabled(false);
        row->addWidget(disabled);
        row->addWidget(linkButton(QStringLiteral("Text only")));
        buttons->body()->addLayout(row);
        auto* second = new QHBoxLayout;
        for (const char* name : {"undo", "redo", "projector", "pin"})
            second->addWidget(iconButton(QString::fromLatin1(name), QString::fromLatin1(name)));
        second->addWidget(
            new SegmentedSwitch({QStringLiteral("Won"), QStringLiteral("Tried"), QStringLiteral("Market")}));
        buttons->body()->addLayout(second);
        grid->addWidget(buttons, 0, 0);

        auto* fields = new Card(QStringLiteral("Fields"));
        auto* combo = new QComboBox;
        combo->addItems({QStringLiteral("Yearly revenue"), QStringLiteral("Deals")});
        fields->body()->addWidget(combo);
        auto* edit = new QLineEdit(QStringLiteral("Finance team"));
        fields->body()->addWidget(edit);
        auto* check = new QCheckBox(QStringLiteral("Checked"));
        check->setChecked(true);
        auto* radio = new QRadioButton(QStringLiteral("Radio"));
        radio->setChecked(true);
        auto* choices = new QHBoxLayout;
        choices->addWidget(check);
        choices->addWidget(new QCheckBox(QStringLiteral("Off")));
        choices->addWidget(radio);
        fields->body()->addLayout(choices);
        auto* slider = new QSlider(Qt::Horizontal);
        slider->setValue(60);
        fields->body()->addWidget(slider);
        grid->addWidget(fields, 0, 1);

        auto* badges = new Card(QStringLiteral("Badges and chips"));
        badges->setEdge(Tokens::of(&page).best);
        auto* line = new QHBoxLayout;
        line->addWidget(new Badge(QStringLiteral("Very clear"), Badge::Tone::Info));
        line->addWidget(new Badge(QStringLiteral("Unsure")));
        line->addWidget(new Badge(QStringLiteral("Held"), Badge::Tone::Ok));
        line->addWidget(new Badge(QStringLiteral("Weaker"), Badge::Tone::Warn));
        line->addWidget(new Badge(QStringLiteral("Contradicted"), Badge::Tone::Error));
        badges->body()->addLayout(line);
        auto* chips = new QHBoxLayout;
        chips->addWidget(new Chip(QStringLiteral("2-20 entities")));
        chips->addWidget(new Chip(QStringLiteral("Closed 2022-2024"), QStringLiteral("calendar")));
        chips->addStretch(1);
        badges->body()->addLayout(chips);
        auto* progress = new QProgressBar;
        progress->setTextVisible(false);
        progress->setValue(64);
        badges->body()->addWidget(progress);
        grid->addWidget(badges, 0, 2);

        auto* bars = new Card(QStringLiteral("Message bars"));
        using Kind = MessageBar::Kind;
        for (const Kind kind : {Kind::Info, Kind::Ok, Kind::Warning, Kind::Error}) {
            auto* bar = new MessageBar;
            bars->body()->addWidget(bar);
            bar->showMessage(
                kind,
                QStringLiteral("234 newer deals are kept aside. Open them once, when the draft is ready."));
            bar->addAction(QStringLiteral("Try again"), [] {});
        }
        grid->addWidget(bars, 1, 0, 1, 2);
        auto* empty = new EmptyState(
            QStringLiteral("patterns"), QStringLiteral("No patterns yet"),
            QStringLiteral("Patterns compare your won and lost deals. Import accounts and deals first."));
        empty->addPrimary(QStringLiteral("Go to Import"), QStringLiteral("import"), [] {});
        empty->addSecondary(QStringLiteral("Try the example"), [] {});
        auto* holder = new Card;
        holder->body()->addWidget(empty);
        grid->addWidget(holder, 1, 2);
        page.show();
        edit->setFocus();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        icp::test::shoot(page, dark ? QStringLiteral("components-dark") : QStringLiteral("components"));
    }
}

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
