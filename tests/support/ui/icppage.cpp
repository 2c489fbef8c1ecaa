#include "tests/support/ui/icppage.h"

#include <QTest>

namespace icp::test {

void IcpPage::start(bool data) {
    m_station.reset();
    m_case = std::make_unique<StudioCase>(data);
    m_station = std::make_unique<ui::IcpStation>();
    m_station->setDocument(&m_case->document());
    m_station->resize(1236, 826);
    m_station->setVisible(true);
    QVERIFY(QTest::qWaitForWindowExposed(m_station.get()));
}

void IcpPage::finish() {
    m_station.reset();
    m_case.reset();
}

void IcpPage::choose(const QString& attribute) {
    auto* combo = editor()->findChild<QComboBox*>();
    const int index = combo->findText(attribute);
    QVERIFY2(index >= 0, qPrintable(attribute));
    combo->setCurrentIndex(index);
    Q_EMIT combo->activated(index);
}

}  // namespace icp::test
