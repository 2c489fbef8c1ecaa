#include "core/base/text.h"
#include "core/workshop/titles.h"

#include <QSet>

namespace icp {

namespace {

using enum Department;
using enum Seniority;

struct Words {
    std::optional<Department> department;
    std::optional<Seniority> seniority;
    std::optional<BuyingRole> role;
    const char* patterns;  ///< separated by '|'
};

constexpr auto no = std::nullopt;

/// Ranks.
const Words ranks[] = {
    {no, Chief, no, "chief|最高|取締役|執行役|代表"},
    {General, Chief, no,
     "ceo|chief executive|secretary general|secretaire general|secretaire generale|secretario "
     "general|owner|co owner|founder|co founder|cofounder|president|chairman|chairwoman|chairperson|"
     "managing director|general manager|managing partner|proprietor|"
     "geschaftsfuhr*|inhaber|inhaberin|vorstand|vorstands*|vorsitzender|vorsitzende|grunder|grunderin|"
     "geschaftsleit*|eigentumer|eigentumerin|prokurist|prokuristin|"
     "pdg|directeur general|directrice generale|dg|gerant|gerante|fondateur|fondatrice|cofondateur|"
     "cofondatrice|dirigeant|dirigeante|presidente|presidents|president directeur general|"
     "director general|directora general|gerente general|propietario|propietaria|dueno|duena|fundador|"
     "fundadora|consejero delegado|consejera delegada|director ejecutivo|directora ejecutiva|socio director|"
     "diretor geral|diretora geral|dono|dona|proprietario|proprietaria|socio|socia|"
     "diretor executivo|diretora executiva|diretor presidente|diretora presidente|"
     "社長|会長|代表取締役|最高経営責任者|創業者|経営者|オーナー"},
    {no, Leader, no,
     "vp|svp|evp|rvp|vice president|director|dir|head|partner|"
     "leiter|leiterin|leitung|leitend|leitende|leitender|*leiter|*leiterin|*leitung|direktor|direktorin|"
     "*direktor|*direktorin|bereichsleiter|bereichsleiterin|hauptabteilungsleiter|hauptabteilungsleiterin|"
     "directeur|directrice|direction|dir|vice president|vice presidente|"
     "directora|direccion|vicepresidente|vicepresidenta|vice presidente|jefe|jefa|"
     "diretor|diretora|diretoria|head of|superintendente|"
     "部長|本部長|事業部長|室長|局長|所長|支店長|工場長|次長|副部長|ディレクター"},
    {General, Leader, no, "executive director|chief of staff"},
    {no, Manager, no,
     "manager|managerin|mgr|team lead|team leader|lead|supervisor|foreman|assistant manager|"
     "assistant director|assistant vice president|avp|deputy manager|superintendent|"
     "teamleiter|teamleiterin|*teamleiter|*teamleiterin|teamleitung|gruppenleiter|gruppenleiterin|"
     "*gruppenleiter|*gruppenleiterin|projektleiter|projektleiterin|schichtleiter|schichtleiterin|*meister|"
     "*meisterin|*manager|*managerin|"
     "responsable|chef|cheffe|encadrant|manageur|manageuse|"
     "encargado|encargada|gerente|coordinador|coordinadora|supervisora|jefe de equipo|jefa de equipo|"
     "coordenador|coordenadora|gestor|gestora|encarregado|encarregada|lider|chefe|"
     "課長|係長|主任|課長代理|部長代理|課長補佐|グループ長|リーダー|チームリーダー|マネージャー|マネジャー|"
     "店長"},
    {no, Specialist, no,
     "analyst|specialist|representative|rep|clerk|associate|coordinator|administrator|officer|planner|"
     "operator|"
     "agent|technician|executive|account executive|staff|senior associate|generalist|expert|worker|nurse|"
     "*sachbearbeiter|*sachbearbeiterin|sachbearbeiter|sachbearbeiterin|mitarbeiter|mitarbeiterin|"
     "*mitarbeiter|*mitarbeiterin|referent|referentin|*referent|*referentin|disponent|disponentin|"
     "*spezialist|*spezialistin|spezialist|spezialistin|fachkraft|*fachkraft|kaufmann|kauffrau|*kaufmann|"
     "*kauffrau|angestellter|angestellte|"
     "charge|chargee|analyste|gestionnaire|employe|employee|technicien|technicienne|specialiste|"
     "analista|especialista|auxiliar|ejecutivo|ejecutiva|tecnica|tecnico|operario|operaria|empleado|empleada|"
     "operador|operadora|executivo|executiva|encargado de|"
     "担当|担当者|スタッフ|専門職|アナリスト|スペシャリスト|係員|事務"},
    {no, Assistant, no,
     "assistant|asst|secretary|intern|trainee|apprentice|pa|ea|personal assistant|executive assistant|aide|"
     "assistent|assistentin|*assistent|*assistentin|assistenz|*assistenz|sekretar|sekretarin|*sekretar|"
     "*sekretarin|sekretariat|praktikant|praktikantin|werkstudent|werkstudentin|auszubildende|"
     "auszubildender|azubi|"
     "assistante|secretaire|stagiaire|alternant|alternante|apprenti|apprentie|"
     "asistente|secretario|secretaria|becario|becaria|practicante|"
     "assistente|estagiario|estagiaria|aprendiz|"
     "秘書|アシスタント|補佐|助手|インターン"}};

/// Departments.
const Words departments[] = {
    {General, no, no,
     "administration|management|board|office|strategy|verwaltung|strategie|administratif|administrative|"
     "administracion|administrativo|administrativa|administracao|経営|総務|経営企画|企画"},
    {Finance, no, no,
     "finance|financial|finances|fin|accounting|accounts|accounts payable|accounts receivable|payable|"
     "receivable|treasury|treasurer|tax|payroll|bookkeeping|credit|fp a|fpa|audit|internal audit|billing|"
     "finanz|finanzen|finanz*|buchhaltung|*buchhaltung|buchhaltungs*|rechnungswesen|rechnungswesen*|"
     "konzernrechnung*|controlling|steuern|steuer*|kreditoren*|debitoren*|lohnbuchhalt*|bilanz*|"
     "financier|financiere|financiers|financieres|comptabilite|tresorerie|fiscalite|controle de gestion|"
     "finanzas|financiero|financiera|contabilidad|tesoreria|impuestos|cuentas|"
     "financas|financeiro|financeira|contabilidade|contabil|contabeis|tesouraria|fiscal|"
     "経理|財務|会計|主計|税務|資金|審査"},
    {Finance, Specialist, no,
     "accountant|acct|bookkeeper|accounting clerk|financial analyst|internal auditor|management accountant|"
     "buchhalter|buchhalterin|*buchhalter|*buchhalterin|bilanzbuchhalter|bilanzbuchhalterin|"
     "comptable|expert comptable interne|contable|contador|contadora"},
    {Finance, Manager, no,
     "controller|financial controller|group controller|finance controller|comptroller|controleur de gestion|"
     "controleuse de gestion|chef comptable|cheffe comptable|responsable comptable|controllerin"},
    {Finance, Leader, no,
     "chief accountant|chief accounting officer|kaufmannischer leiter|kaufmannische leiterin|"
     "kaufmannische leitung|hauptbuchhalter|hauptbuchhalterin|daf|raf|treasurer general"},
    {Finance, Chief, no, "cfo|finanzvorstand|finanzvorstandin|最高財務責任者"},
    {Sales, no, no,
     "sales|commercial|revenue|business development|account management|key "
     "account|channel|partnerships|bdr|sdr|"
     "vertrieb|vertriebs*|*vertrieb|verkauf|verkaufs*|*verkauf|aussendienst|aussendienst*|innendienst|"
     "commerciale|commerciaux|ventes|vente|developpement commercial|"
     "ventas|comercial|comerciales|desarrollo de negocio|vendas|vendedor|vendedora|comerciais|"
     "営業|販売|セールス|事業開発"},
    {Sales, Specialist, no,
     "account manager|account executive|sales consultant|sales advisor|sales associate|sales "
     "engineer|salesman|"
     "saleswoman|salesperson|verkaufer|verkauferin|verkaufsberater|verkaufsberaterin|vertriebsberater|"
     "vertriebsberaterin|vendeur|vendeuse|conseiller de vente|conseillere de vente"},
    {Sales, Chief, no,
     "cro|cco|cso|chief commercial officer|chief revenue officer|vertriebsvorstand|最高営業責任者"},
    {Marketing, no, no,
     "marketing|mktg|mkt|brand|communications|communication|pr|public relations|growth|digital|media|content|"
     "kommunikation|*kommunikation|kommunikations*|offentlichkeitsarbeit|werbung|presse|presse*|marke|"
     "marketing*|"
     "publicite|comunicacion|comunicaciones|publicidad|mercadeo|mercadotecnia|marca|comunicacao|"
     "マーケティング|広報|宣伝|ブランド"},
    {Marketing, Chief, no, "cmo|最高マーケティング責任者"},
    {Operations, no, no,
     "operations|ops|operation|production|manufacturing|logistics|supply "
     "chain|warehouse|plant|quality|facility|"
     "facilities|cafeteria|shipping|transport|fleet|construction|site|project|projects|process|processes|"
     "store|"
     "branch|restaurant|maintenance|safety|hse|"
     "betrieb|betriebs*|produktion|produktions*|fertigung|fertigungs*|logistik|logistik*|lager|lager*|"
     "qualitat|"
     "qualitats*|werk|werks*|instandhaltung*|projekt|projekt*|standort*|bau|bau*|spedition*|"
     "operationnel|operationnelle|exploitation|logistique|qualite|usine|entrepot|projet|projets|travaux|"
     "chantier|"
     "operaciones|produccion|logistica|calidad|planta|fabrica|proyecto|proyectos|almacen|obra|obras|"
     "operacoes|producao|qualidade|projeto|projetos|armazem|operacional|suprimentos logisticos|"
     "製造|生産|物流|品質|工場|業務|オペレーション|生産管理"},
    {Operations, Chief, no, "coo|最高執行責任者"},
    {Service, no, no,
     "customer service|customer success|customer support|customer care|customer experience|client services|"
     "service|support|care|helpdesk|help desk|call center|contact centre|customer|"
     "kundenservice|kundendienst|kundenbetreu*|kundenerfolg|kunden*|service*|"
     "service client|relation client|sav|satisfaction client|atencion al cliente|servicio al cliente|"
     "servicio|soporte|atendimento|suporte|sucesso do cliente|"
     "カスタマー|サポート|顧客|お客様"},
    {People, no, no,
     "hr|human resources|people|talent|recruiting|recruitment|recruiter|learning|training|culture|workforce|"
     "personal|personalwesen|personalabteilung|personal*|recruiting*|ausbildung|ausbildungs*|"
     "rh|drh|rrh|ressources humaines|recrutement|formation|paie|"
     "rrhh|recursos humanos|talento|formacion|nomina|gente|gente e gestao|recrutamento|treinamento|"
     "人事|採用|人材|労務|教育"},
    {People, Chief, no, "chro|personalvorstand|personalvorstandin"},
    {People, Leader, no, "drh"},
    {People, Manager, no, "rrh"},
    {Product, no, no,
     "product|produkt|produkt*|produit|produits|producto|productos|produto|produtos|research|r d|innovation|"
     "development|design|forschung|forschungs*|entwicklung|recherche|developpement|investigacion|desarrollo|"
     "innovacion|pesquisa|desenvolvimento|inovacao|製品|商品|研究|研究開発"},
    {Product, Manager, no, "product owner|product manager|produktmanager|produktmanagerin"},
    {Technology, no, no,
     "it|ict|engineering|systems|system|data|integration|technical|technology|technologies|software|"
     "infrastructure|cloud|devops|platform|network|networks|applications|erp|information systems|"
     "information technology|automation|database|web|"
     "informatik|informatik*|edv|edv*|technik|technik*|technisch|technische|technischer|system*|software*|"
     "daten|daten*|anwendung*|digitalisierung*|entwicklungs*|"
     "informatique|si|systeme|systemes|technique|techniques|donnees|numerique|"
     "sistemas|informatica|tecnologia|tecnologias|datos|infraestructura|ti|tic|tics|"
     "dados|infraestrutura|informacao|tecnologia da informacao|"
     "情報|情報システム|システム|技術|it部|インフラ|データ|ソフトウェア|開発"},
    {Technology, Specialist, no,
     "engineer|developer|architect|programmer|sysadmin|system administrator|systems administrator|data "
     "scientist|"
     "entwickler|entwicklerin|*entwickler|*entwicklerin|programmierer|programmiererin|informatiker|"
     "informatikerin|"
     "*informatiker|*informatikerin|systemadministrator|systemadministratorin|architekt|architektin|*"
     "architekt|"
     "*architektin|ingenieur|ingenieurin|*ingenieur|*ingenieurin|"
     "developpeur|developpeuse|architecte|ingenieure|informaticien|informaticienne|"
     "ingeniero|ingeniera|desarrollador|desarrolladora|programador|programadora|arquitecto|arquitecta|"
     "engenheiro|engenheira|desenvolvedor|desenvolvedora|arquiteto|arquiteta|"
     "エンジニア|プログラマー|技術者|開発者"},
    {Technology, Chief, no, "cto|cio|cdo|最高技術責任者|最高情報責任者"},
    {Technology, Leader, no, "dsi"},
    {Procurement, no, no,
     "procurement|purchasing|purchase|sourcing|vendor management|category management|"
     "einkauf|einkaufs*|*einkauf|beschaffung|beschaffungs*|achats|achat|approvisionnement|approvisionnements|"
     "compras|adquisiciones|aprovisionamiento|abastecimiento|suprimentos|aquisicoes|購買|調達|仕入"},
    {Procurement, Specialist, no,
     "buyer|purchaser|einkaufer|einkauferin|*einkaufer|*einkauferin|acheteur|acheteuse|comprador|compradora|"
     "バイヤー"},
    {Procurement, Chief, no, "chief procurement officer"},
    {Legal, no, no,
     "legal|counsel|law|compliance|risk|regulatory|governance|contracts|"
     "recht|rechts*|*recht|justiziariat|vertrags*|risiko*|compliance*|betriebsrat|betriebsrats*|"
     "juridique|juridiques|conformite|risques|risque|contrats|legales|juridico|juridica|cumplimiento|riesgos|"
     "riesgo|normativo|conformidade|riscos|risco|contratos|法務|コンプライアンス|リスク|契約"},
    {Legal, Leader, no,
     "general counsel|company secretary|chefjurist|chefjuristin|directeur juridique|directrice juridique"},
    {Legal, Specialist, no,
     "lawyer|attorney|paralegal|jurist|juristin|justiziar|justiziarin|syndikus|juriste|avocat|avocate|"
     "abogado|"
     "abogada|advogado|advogada|弁護士"},
    {Legal, Chief, no, "clo|chief legal officer|chief compliance officer|chief risk officer"},
    {Security, no, no,
     "security|cyber|cybersecurity|information security|privacy|data protection|data privacy|"
     "sicherheit|*sicherheit|sicherheits*|datenschutz|datenschutz*|informationssicherheit*|securite|"
     "cybersecurite|protection des donnees|seguridad|ciberseguridad|proteccion de datos|seguranca|"
     "seguranca da informacao|protecao de dados|セキュリティ|情報セキュリティ|個人情報"},
    {Security, Specialist, no, "dpo|data protection officer"},
    {Security, Leader, no, "rssi"},
    {Security, Chief, no, "ciso|最高情報セキュリティ責任者"}};

/// Those whose title itself says what they do for a buyer.
const Words roles[] = {
    {no, no, BuyingRole::Adviser,
     "consultant|consultants|adviser|advisor|auditor|coach|external accountant|board "
     "member|advisory|advisory board|"
     "berater|beraterin|*berater|*beraterin|wirtschaftsprufer|wirtschaftspruferin|steuerberater|"
     "steuerberaterin|beirat|beiratin|aufsichtsrat|aufsichtsratin|prufer|pruferin|"
     "conseil|conseiller|conseillere|consultante|expert comptable|experte comptable|auditeur|auditrice|"
     "commissaire aux comptes|"
     "consultor|consultora|asesor|asesora|auditora|consejero|consejera|"
     "assessor|assessora|conselheiro|conselheira|"
     "コンサルタント|顧問|監査役|監査|アドバイザー|税理士|会計士|公認会計士"}};

void add(std::vector<TitleRule>& rules, QSet<QString>& seen, const Words& words) {
    for (const QString& pattern : QString::fromUtf8(words.patterns).split(u'|')) {
        const bool starts = pattern.startsWith(u'*');
        const bool ends = pattern.size() > 1 && pattern.endsWith(u'*');
        const QString text = (starts ? QStringLiteral("*") : QString()) + folded(pattern) +
                             (ends ? QStringLiteral("*") : QString());
        if (seen.contains(text)) continue;
        seen.insert(text);
        rules.push_back({text, words.department, words.seniority, words.role});
    }
}

}  // namespace

const std::vector<TitleRule>& usualTitleRules() {
    static const auto rules = [] {
        std::vector<TitleRule> all;
        // A word that says both department and rank stands before one that says only one of them.
        QSet<QString> seen;
        for (const bool both : {true, false})
            for (const Words& words : departments)
                if (words.seniority.has_value() == both) add(all, seen, words);
        for (const Words& words : ranks) add(all, seen, words);
        for (const Words& words : roles) add(all, seen, words);
        return all;
    }();
    return rules;
}

}  // namespace icp
