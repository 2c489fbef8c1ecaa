#pragma once

#include "core/deck/build.h"
#include "ui/document/background.h"
#include "ui/stations/station.h"

#include <functional>
#include <optional>

class QComboBox;
class QPushButton;
class QStackedWidget;
class QTimer;

namespace icp::ui {

class Badge;
class Card;
class ChecksCard;
class ExportCard;
class SlideList;
class SlideStrip;
class SlideView;
enum class ExportFormat;

/// The deck: looks at slides, checks them, shows them on the whole screen and writes them to files.
class PresentStation : public Station {
    Q_OBJECT
public:
    explicit PresentStation(QWidget* parent = nullptr);
    ~PresentStation() override;

    void setDocument(Document* document) override;
    /// A slide by its mark, or a profile by its id.
    void reveal(const QString& what) override;
    QVariant bookmark() const override;
    void restore(const QVariant& bookmark) override;

    /// Asks for a file to write; empty = none. A dialog unless replaced.
    using AskFile = std::function<QString(QWidget* parent, const QString& title, const QString& suggested,
                                          const QString& filter)>;
    void setAskFile(AskFile ask) { m_askFile = std::move(ask); }
    void startSlideShow();
    void startExport();
    /// Building and exporting run to their end; for tests and for closing.
    void waitForIdle();

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Icp* chosen() const;  ///< the one that is presented; nullptr when there is none
    void choose(const QString& icp);
    void buildHeader();
    void buildPage();
    void schedule();
    void build();
    void showDeck(const Deck& deck, const Icp& icp);
    void showSlide(int row);
    void refreshSettings();
    void act(int kind);
    void hideNames(bool hide);
    void exported(const QString& path);

    AskFile m_askFile;
    Background m_building;
    Background m_exporting;
    std::optional<Deck> m_deck;
    bool m_stale = true;  ///< the deck is of an earlier moment
    int m_row = 0;        ///< of the slide to choose when the deck is there
    QString m_icp;        ///< id of the profile that somebody chose; empty = nobody did
    QComboBox* m_icps;
    QTimer* m_due;
    SlideList* m_slides;
    QStackedWidget* m_pages;
    QPushButton* m_show;
    QPushButton* m_export;
    Card* m_stripCard;
    SlideStrip* m_strip;
    Card* m_previewCard;
    Badge* m_fits;
    SlideView* m_view;
    ChecksCard* m_checks;
    ExportCard* m_exportCard;
};

}  // namespace icp::ui
