#include "ui/stations/findingsstation.h"

#include "ui/document/document.h"
#include "ui/stations/filterrow.h"
#include "ui/stations/scoperow.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/messagebar.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace icp::ui {

FindingsStation::FindingsStation(Id id, const QString& title, const QString& purpose, EmptyState* nothing,
                                 QWidget* parent)
    : Station(id, title, purpose, parent),
      m_pages(new QStackedWidget),
      m_nothing(nothing),
      m_page(new QWidget),
      m_scope(new ScopeRow),
      m_filter(new FilterRow),
      m_rows(new QVBoxLayout(m_page)) {
    m_nothing->addPrimary(tr("Go to Import"), QStringLiteral("import"), [this] { Q_EMIT goTo(Id::Import); });
    m_nothing->addSecondary(tr("Try the example"), [this] { Q_EMIT goTo(Id::Start); });
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(px(12));
    m_rows->addWidget(m_scope);
    m_rows->addWidget(m_filter);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_page);
    content()->addWidget(m_pages, 1);
}

void FindingsStation::setDocument(Document* document) {
    if (this->document() != nullptr) this->document()->disconnect(this);
    Station::setDocument(document);
    m_scope->setDocument(document);
    m_filter->setDocument(document);
    messages()->clear();
    m_stale = true;
    if (document != nullptr) {
        connect(document, &Document::datasetChanged, this, &FindingsStation::changeDataset);
        connect(document, &Document::factsChanged, this, &FindingsStation::changeFacts);
        connect(document, &Document::findingsChanged, this, &FindingsStation::changeFindings);
    }
    changeDataset();
    changeFindings();
}

bool FindingsStation::hasData() const {
    return document() != nullptr && document()->dataset().accounts.rows() > 0;
}

void FindingsStation::changeDataset() {
    m_pages->setCurrentWidget(hasData() ? m_page : static_cast<QWidget*>(m_nothing));
    showDataset();
}

void FindingsStation::changeFindings() {
    m_stale = !isVisible();
    if (!m_stale && document() != nullptr) showFindings(document()->stage());
}

void FindingsStation::changeFacts() {
    if (isVisible()) showFacts();
}

void FindingsStation::showEvent(QShowEvent* event) {
    Station::showEvent(event);
    if (m_stale) changeFindings();
}

}  // namespace icp::ui
