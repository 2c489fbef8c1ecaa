#pragma once

#include "ui/document/document.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace icp::test {

/// One station in an active window of its own, with a fresh workshop in a temporary folder.
template <class Station>
class StationCase {
public:
    explicit StationCase(const QSize& size) : m_size(size) {}

    /// With nothing imported when `data` is null; else the analysis has run to its end.
    ui::Document& open(std::shared_ptr<const Dataset> data) {
        m_station.reset();
        m_dir = std::make_unique<QTemporaryDir>();
        auto file = WorkshopFile::create(m_dir->filePath(QStringLiteral("test.icpw")), Settings());
        if (!file) qFatal("%s", qPrintable(file.error().message));
        m_document = std::make_unique<ui::Document>(std::move(*file));
        if (data) m_document->useDataset(std::move(data));
        m_document->waitForIdle();
        m_station = std::make_unique<Station>();
        m_station->setDocument(m_document.get());
        m_station->resize(m_size);
        m_station->setVisible(true);
        m_station->activateWindow();
        if (!QTest::qWaitForWindowActive(m_station.get())) qFatal("The window does not become active.");
        return *m_document;
    }

    Station& station() { return *m_station; }
    ui::Document& document() { return *m_document; }
    /// The first part of this kind.
    template <class Widget>
    Widget& part() {
        return *m_station->template findChild<Widget*>();
    }

private:
    QSize m_size;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ui::Document> m_document;
    std::unique_ptr<Station> m_station;  // goes before its document
};

}  // namespace icp::test
