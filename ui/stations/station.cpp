#include "ui/stations/station.h"

#include "ui/stations/headertools.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QResizeEvent>
#include <QShortcut>
#include <QVBoxLayout>

namespace icp::ui {

namespace {
constexpr int headerHeight = 72;
constexpr int roomyWindow = 1360;
}  // namespace

Station::Station(Id id, const QString& title, const QString& purpose, QWidget* parent)
    : QWidget(parent),
      m_id(id),
      m_bare(title.isEmpty()),
      m_tools(new HeaderTools),
      m_purpose(new Text(purpose, int(Type::Body), Text::Ink::Second, this)),
      m_messages(new MessageBar),
      m_content(new QVBoxLayout) {
    m_purpose->setObjectName(QStringLiteral("purpose"));
    auto* page = new QVBoxLayout(this);
    page->setSpacing(0);
    if (!title.isEmpty()) {
        auto* words = new QVBoxLayout;
        words->setSpacing(px(2));
        words->addStretch(1);
        words->addWidget(new Text(title, int(Type::PageTitle)));
        words->addWidget(m_purpose);
        words->addStretch(1);
        auto* strip = new QWidget;
        strip->setFixedHeight(px(headerHeight));
        auto* header = new QHBoxLayout(strip);
        header->setContentsMargins(0, 0, 0, 0);
        header->addLayout(words);
        header->addWidget(m_tools, 100);
        page->addWidget(strip);
    } else {
        page->addWidget(m_tools);
        m_tools->hide();
        m_purpose->hide();
    }
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(px(12));
    m_content->addWidget(m_messages);
    page->addLayout(m_content, 1);
    setAccessibleName(title);
}

void Station::setDocument(Document* document) { m_document = document; }

void Station::reveal(const QString&) {}

void Station::showFailure(const Error& error) {
    m_messages->showMessage(MessageBar::Kind::Error, error.message);
    m_messages->setToolTip(error.detail);
    m_messages->addAction(tr("Close"), [this] { m_messages->clear(); });
}

void Station::find() {
    auto* field = findChild<QLineEdit*>(QStringLiteral("find"));
    if (!field || !field->isVisible()) return;
    field->setFocus(Qt::ShortcutFocusReason);
    field->selectAll();
}

bool Station::isRoomy() const { return window()->width() >= roomyWindow * uiScale(); }

void Station::setPurpose(const QString& purpose) { m_purpose->setText(purpose); }

void Station::addTool(QWidget* tool) { m_tools->add(tool); }

void Station::addKey(const QString& text, const QKeySequence& key, std::function<void()> act) {
    auto* shortcut = new QShortcut(key, this, this, std::move(act), Qt::WidgetWithChildrenShortcut);
    shortcut->setAutoRepeat(false);
    m_keys.push_back({text, {key}});
}

void Station::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m_bare) {
        layout()->setContentsMargins(0, 0, 0, 0);
        return;
    }
    const int side = px(isRoomy() ? 20 : 16);
    layout()->setContentsMargins(side, 0, side, px(16));
}

}  // namespace icp::ui
