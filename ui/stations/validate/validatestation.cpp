#include "ui/stations/validate/validatestation.h"

#include "ui/document/document.h"
#include "ui/stations/filterrow.h"
#include "ui/stations/validate/claimspage.h"
#include "ui/stations/validate/driftpage.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace icp::ui {

namespace {
constexpr int claimWidth = 380;
constexpr int driftWidth = 540;
constexpr int narrower = 40;
}  // namespace

ValidateStation::ValidateStation(QWidget* parent)
    : FindingsStation(
          Id::Validate, tr("Validate"), tr("Does what is said hold, and does it still?"),
          new EmptyState(QStringLiteral("validate"), tr("Nothing to check yet"),
                         tr("Claims are held against your data. Import accounts and deals first.")),
          parent),
      m_view(new SegmentedSwitch({tr("Claims"), tr("What changed")})),
      m_views(new QStackedWidget),
      m_claims(new ClaimsPage),
      m_drift(new DriftPage) {
    addTool(m_view);
    QPushButton* next = nextButton(tr("Present"));
    next->setToolTip(tr("Go on to Present"));
    connect(next, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Id::Present); });
    addTool(next);
    m_views->addWidget(m_claims);
    m_views->addWidget(m_drift);
    rows()->addWidget(m_views, 1);
    connect(m_view, &SegmentedSwitch::currentChanged, this, [this](int view) {
        m_views->setCurrentIndex(view);
        refresh();
    });
    connect(m_claims, &ClaimsPage::removed, this, &ValidateStation::tellRemoved);
    connect(m_claims, &ClaimsPage::narrowed, this, [this] { Q_EMIT goTo(Id::Patterns); });
    connect(m_drift, &DriftPage::importRequested, this, [this] { Q_EMIT goTo(Id::Import); });
    connect(m_drift, &DriftPage::copied, this, [this](const QString& what) {
        messages()->showMessage(MessageBar::Kind::Ok, tr("Copied: %1.").arg(what));
    });
    nameKeys(tr("Choose a claim, or an attribute"), {Qt::Key_Up, Qt::Key_Down});
    const auto claimKey = [this](const QString& text, const QKeySequence& key, auto act) {
        addKey(text, key, [this, act] {
            if (m_view->current() == Claims && hasData()) act();
        });
    };
    claimKey(tr("Add a claim"), Qt::Key_N, [this] { m_claims->add(); });
    nameKeys(tr("Edit the claim; keep what was written"), {Qt::Key_Return});
    claimKey(tr("Remove the claim"), Qt::Key_Delete, [this] { m_claims->remove(); });
    claimKey(tr("Look at the patterns among those it speaks of"), Qt::Key_I,
             [this] { m_claims->lookInside(); });
    addKey(tr("Claims, or what changed"), Qt::Key_V,
           [this] { m_view->setCurrent(m_view->current() == Claims ? Drift : Claims); });
    nameKeys(tr("Close the form without keeping; else see all again"), {Qt::Key_Escape});
}

void ValidateStation::setDocument(Document* document) {
    FindingsStation::setDocument(document);
    m_claims->setDocument(document);
    m_drift->setDocument(document);
    if (document != nullptr) {
        connect(document, &Document::workshopChanged, this, &ValidateStation::refresh);
        connect(document, &Document::studyChanged, this, &ValidateStation::refresh);
    }
    refresh();
}

void ValidateStation::showFindings(Stage) { refresh(); }

void ValidateStation::showDataset() { refresh(); }

/// A page that nobody sees costs nothing.
void ValidateStation::refresh() {
    m_view->setVisible(hasData());
    if (!isVisible() || !hasData()) return;
    if (m_view->current() == Claims)
        m_claims->refresh();
    else
        m_drift->refresh();
}

void ValidateStation::show(View view) { m_view->setCurrent(view); }

void ValidateStation::reveal(const QString& what) {
    if (what == u"drift") return show(Drift);
    show(Claims);
    const QJsonDocument json = QJsonDocument::fromJson(what.toUtf8());
    if (json.isObject())
        m_claims->propose(claimFromJson(json.object()));
    else
        m_claims->select(what);
}

void ValidateStation::tellRemoved(const QString& statement) {
    messages()->showMessage(MessageBar::Kind::Info, tr("“%1” is removed.").arg(statement));
    messages()->addAction(tr("Undo"), [this] {
        messages()->clear();
        document()->undo();
    });
}

QVariant ValidateStation::bookmark() const { return QVariantList{m_view->current(), m_claims->selected()}; }

void ValidateStation::restore(const QVariant& bookmark) {
    const QVariantList parts = bookmark.toList();
    if (parts.size() != 2) return;
    m_view->setCurrent(parts[0].toInt());
    m_claims->select(parts[1].toString());
}

void ValidateStation::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_view->current() == Claims && hasData()) return m_claims->edit();
    if (event->key() == Qt::Key_Escape && filter()->clear()) return;
    Station::keyPressEvent(event);
}

void ValidateStation::resizeEvent(QResizeEvent* event) {
    Station::resizeEvent(event);
    const int less = isRoomy() ? 0 : narrower;
    m_claims->fit(claimWidth);
    m_drift->fit(driftWidth - less);
}

void ValidateStation::waitForIdle() {
    m_claims->waitForIdle();
    m_drift->waitForIdle();
}

}  // namespace icp::ui
