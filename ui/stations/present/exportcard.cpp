#include "ui/stations/present/exportcard.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/wraptext.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QTimer>

#include <cmath>

namespace icp::ui {

namespace {
constexpr int textLeft = 46;
constexpr int padding = 10;
constexpr int patience = 300;  // ms before progress is shown
}  // namespace

ExportTile::ExportTile(const QString& iconName, const QString& title, const QString& text, QWidget* parent)
    : QAbstractButton(parent), m_icon(iconName), m_text(text) {
    setText(title);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(title);
    setAccessibleDescription(text);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ExportTile::sizeHint() const {
    // Two lines of explanation always fit, so that tiles are equally high.
    return {px(220), px(2 * padding + 21) + 2 * QFontMetrics(ui::font(Type::Note)).lineSpacing()};
}

void ExportTile::paintEvent(QPaintEvent*) {
    const Tokens& tokens = Tokens::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool strong = isChecked() || hasFocus();
    painter.setPen(QPen(hasFocus()    ? tokens.focus
                        : isChecked() ? tokens.primary
                                      : tokens.ctl,
                        strong ? 2 : 1));
    painter.setBrush(!isEnabled() ? tokens.surface2 : isChecked() ? tokens.sel : tokens.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), px(6), px(6));
    const QColor ink = isEnabled() ? tokens.ink : tokens.ink3;
    const int size = px(20);
    painter.drawPixmap(
        px(14), (height() - size) / 2,
        iconPixmap(m_icon, isEnabled() ? tokens.ink2 : tokens.ink3, size, devicePixelRatioF()));
    painter.setFont(ui::font(Type::Body, QFont::DemiBold));
    painter.setPen(ink);
    painter.drawText(QRect(px(textLeft), px(padding - 2), width() - px(textLeft + 8), px(22)),
                     Qt::AlignLeft | Qt::AlignVCenter, text());
    painter.setFont(ui::font(Type::Note));
    painter.setPen(isEnabled() ? tokens.ink2 : tokens.ink3);
    paintWrapped(painter, QRectF(px(textLeft), px(padding + 20), width() - px(textLeft + 10), height()),
                 m_text);
}

ExportCard::ExportCard(QWidget* parent)
    : Card(tr("Export as"), parent),
      m_formats(new QButtonGroup(this)),
      m_appendix(new QCheckBox(tr("Appendix with evidence"))),
      m_hideNames(new QCheckBox(tr("Hide customer names"))),
      m_export(secondaryButton(QString(), QStringLiteral("export"))),
      m_progress(new QWidget),
      m_doing(new Text(QString(), int(Type::Note), Text::Ink::Second)) {
    const auto add = [this](ExportFormat format, const QString& icon, const QString& title,
                            const QString& text) {
        auto* tile = new ExportTile(icon, title, text);
        m_formats->addButton(tile, int(format));
        body()->addWidget(tile);
    };
    add(ExportFormat::Pdf, QStringLiteral("file"), tr("PDF"),
        tr("Text and charts stay sharp, text can be searched"));
    add(ExportFormat::PowerPoint, QStringLiteral("present"), tr("PowerPoint"),
        tr("Text and tables you can edit"));
    add(ExportFormat::AccountsCsv, QStringLiteral("table"), tr("Accounts (CSV)"),
        tr("Every account with its fit and score"));
    add(ExportFormat::FindingsJson, QStringLiteral("chip"), tr("Findings (JSON)"),
        tr("All results for other programs"));
    add(ExportFormat::Pack, QStringLiteral("export"), tr("Share pack (ZIP)"),
        tr("All of these and a web page, for people without this program"));
    m_formats->button(int(ExportFormat::Pdf))->setChecked(true);
    m_appendix->setChecked(true);
    m_hideNames->setToolTip(tr("Everywhere: on slides, in lists and on the projector"));

    auto* bar = new QProgressBar;
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setAccessibleName(tr("Export"));
    auto* cancel = linkButton(tr("Cancel"), QStringLiteral("cross"));
    auto* row = new QHBoxLayout;
    row->addWidget(bar, 1);
    row->addWidget(cancel);
    auto* progress = new QVBoxLayout(m_progress);
    progress->setContentsMargins(0, 0, 0, 0);
    progress->setSpacing(px(2));
    progress->addWidget(m_doing);
    progress->addLayout(row);

    body()->addSpacing(px(8));
    body()->addWidget(m_appendix);
    body()->addWidget(m_hideNames);
    body()->addStretch(1);
    body()->addWidget(m_progress);
    body()->addWidget(m_export);
    m_progress->hide();

    connect(m_formats, &QButtonGroup::idToggled, this, &ExportCard::refresh);
    connect(m_appendix, &QCheckBox::toggled, this, &ExportCard::refresh);
    connect(m_hideNames, &QCheckBox::clicked, this, &ExportCard::hideNamesAsked);
    connect(m_export, &QPushButton::clicked, this, &ExportCard::exportAsked);
    connect(cancel, &QPushButton::clicked, this, &ExportCard::cancelAsked);
    refresh();
}

ExportFormat ExportCard::format() const { return ExportFormat(m_formats->checkedId()); }
bool ExportCard::withAppendix() const { return m_appendix->isChecked() || format() == ExportFormat::Pack; }

void ExportCard::setContent(int slides, int appendix, bool hasAccounts, bool hasFindings) {
    m_slides = slides;
    m_appendixPages = appendix;
    m_hasAccounts = hasAccounts;
    m_hasFindings = hasFindings;
    refresh();
}

void ExportCard::setNamesHidden(bool hidden) {
    m_hideNames->setChecked(hidden);
    refresh();
}

void ExportCard::setReady(bool ready) {
    m_ready = ready;
    refresh();
}

QString ExportCard::actionText() const {
    switch (format()) {
        case ExportFormat::AccountsCsv:
            return tr("Export accounts");
        case ExportFormat::FindingsJson:
            return tr("Export findings");
        case ExportFormat::Pack:
            return tr("Export the pack");
        default:
            break;
    }
    const int pages = m_slides + (withAppendix() ? m_appendixPages : 0);
    return pages == 1 ? tr("Export 1 page") : tr("Export %1 pages").arg(pages);
}

bool ExportCard::canExport() const {
    const QAbstractButton* chosen = m_formats->checkedButton();
    return m_slides > 0 && m_ready && !m_busy && chosen && chosen->isEnabled();
}

void ExportCard::refresh() {
    QAbstractButton* accounts = m_formats->button(int(ExportFormat::AccountsCsv));
    QAbstractButton* findings = m_formats->button(int(ExportFormat::FindingsJson));
    const bool hidden = m_hideNames->isChecked();
    accounts->setEnabled(m_hasAccounts && !hidden);
    accounts->setToolTip(!m_hasAccounts ? tr("Import accounts first")
                         : hidden       ? tr("The file holds customer names. Show them first.")
                                        : QString());
    findings->setEnabled(m_hasFindings);
    findings->setToolTip(m_hasFindings ? QString() : tr("There are no findings yet"));
    if (!m_formats->checkedButton()->isEnabled()) m_formats->button(int(ExportFormat::Pdf))->setChecked(true);
    QAbstractButton* pack = m_formats->button(int(ExportFormat::Pack));
    pack->setToolTip(hidden ? tr("Without accounts and the workshop's file, which hold customer names")
                            : tr("With the workshop's file, which holds all data"));
    const bool choice = format() == ExportFormat::Pdf || format() == ExportFormat::PowerPoint;
    m_appendix->setEnabled(choice && m_appendixPages > 0);
    m_appendix->setText(m_appendixPages == 1 ? tr("Evidence, 1 page")
                                             : tr("Evidence, %1 pages").arg(m_appendixPages));
    m_export->setText(actionText());
    m_export->setEnabled(canExport());
    Q_EMIT changed();
}

void ExportCard::setBusy(bool busy, const QString& what) {
    m_busy = busy;
    m_doing->setText(what);
    if (!busy)
        m_progress->hide();
    else
        QTimer::singleShot(patience, this, [this] { m_progress->setVisible(m_busy); });
    refresh();
}

}  // namespace icp::ui
