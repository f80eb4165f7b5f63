package dev.lockkeeper.domain.catalog;

import static dev.lockkeeper.domain.catalog.StandardModules.recordModule;

import java.util.List;

/** The standard modules of selling; {@link StandardModules} says how the lines read and why they are only appended. */
final class SalesModules {

    // Lead_Conversion_Time is a number of days, not a moment: seed 002 compares it with "10".
    private static final String LEADS = """
        1 | Leads | Leads | Lead | Leads | SUPPORTED
        Owner                | Lead Owner           | ownerlookup  | rw
        Company              | Company              | text         | rw
        First_Name           | First Name           | text         | rw
        Last_Name            | Last Name            | text         | rw
        Full_Name            | Full Name            | text         | ro
        Salutation           | Salutation           | picklist     | rw | Mr.,Mrs.,Ms.,Dr.,Prof.
        Designation          | Title                | text         | rw
        Email                | Email                | email        | rw
        Secondary_Email      | Secondary Email      | email        | rw
        Email_Opt_Out        | Email Opt Out        | boolean      | rw
        Phone                | Phone                | phone        | rw
        Mobile               | Mobile               | phone        | rw
        Fax                  | Fax                  | text         | rw
        Website              | Website              | website      | rw
        Skype_ID             | Skype ID             | text         | rw
        Twitter              | Twitter              | text         | rw
        Lead_Source          | Lead Source          | picklist     | rw \
          | Advertisement,Cold Call,Employee Referral,External Referral,Online Store,Partner,Public Relations,\
          Sales Email Alias,Seminar Partner,Internal Seminar,Trade Show,Web Download,Web Research,Chat
        Lead_Status          | Lead Status          | picklist     | rw \
          | Attempted to Contact,Contact in Future,Contacted,Junk Lead,Lost Lead,Not Contacted,Pre-Qualified,\
          Not Qualified
        Industry             | Industry             | picklist     | rw \
          | ASP (Application Service Provider),Data/Telecom OEM,ERP (Enterprise Resource Planning),\
          Government/Military,Large Enterprise,ManagementISV,MSP (Management Service Provider),\
          Network Equipment Enterprise,Non-management ISV,Optical Networking,Service Provider,\
          Small/Medium Enterprise,Storage Equipment,Storage Service Provider,Systems Integrator,Wireless Industry
        Rating               | Rating               | picklist     | rw \
          | Acquired,Active,Market Failed,Project Cancelled,Shut Down
        No_of_Employees      | No. of Employees     | integer      | rw
        Annual_Revenue       | Annual Revenue       | currency     | rw
        Street               | Street               | text         | rw
        City                 | City                 | text         | rw
        State                | State                | text         | rw
        Zip_Code             | Zip Code             | text         | rw
        Country              | Country              | text         | rw
        Description          | Description          | textarea     | rw
        Lead_Conversion_Time | Lead Conversion Time | integer      | ro
        Converted__s         | Is Converted         | boolean      | ro
        Record_Image         | Lead Image           | profileimage | rw
        """;

    private static final String ACCOUNTS = """
        2 | Accounts | Accounts | Account | Accounts | SUPPORTED
        Owner            | Account Owner    | ownerlookup  | rw
        Account_Name     | Account Name     | text         | rw
        Account_Number   | Account Number   | bigint       | rw
        Account_Site     | Account Site     | text         | rw
        Account_Type     | Account Type     | picklist     | rw \
          | Analyst,Competitor,Customer,Distributor,Integrator,Investor,Other,Partner,Press,Prospect,Reseller,\
          Supplier,Vendor
        Parent_Account   | Parent Account   | lookup       | rw
        Industry         | Industry         | picklist     | rw \
          | ASP (Application Service Provider),Data/Telecom OEM,ERP (Enterprise Resource Planning),\
          Government/Military,Large Enterprise,ManagementISV,MSP (Management Service Provider),\
          Network Equipment Enterprise,Non-management ISV,Optical Networking,Service Provider,\
          Small/Medium Enterprise,Storage Equipment,Storage Service Provider,Systems Integrator,Wireless Industry
        Ownership        | Ownership        | picklist     | rw \
          | Government,Other,Partnership,Private,Privately Held,Public,Public Company,Subsidiary
        Rating           | Rating           | picklist     | rw \
          | Acquired,Active,Market Failed,Project Cancelled,Shut Down
        Employees        | Employees        | integer      | rw
        Annual_Revenue   | Annual Revenue   | currency     | rw
        SIC_Code         | SIC Code         | integer      | rw
        Ticker_Symbol    | Ticker Symbol    | text         | rw
        Phone            | Phone            | phone        | rw
        Fax              | Fax              | text         | rw
        Website          | Website          | website      | rw
        Billing_Street   | Billing Street   | text         | rw
        Billing_City     | Billing City     | text         | rw
        Billing_State    | Billing State    | text         | rw
        Billing_Code     | Billing Code     | text         | rw
        Billing_Country  | Billing Country  | text         | rw
        Shipping_Street  | Shipping Street  | text         | rw
        Shipping_City    | Shipping City    | text         | rw
        Shipping_State   | Shipping State   | text         | rw
        Shipping_Code    | Shipping Code    | text         | rw
        Shipping_Country | Shipping Country | text         | rw
        Description      | Description      | textarea     | rw
        Record_Image     | Account Image    | profileimage | rw
        """;

    private static final String CONTACTS = """
        3 | Contacts | Contacts | Contact | Contacts | SUPPORTED
        Owner           | Contact Owner   | ownerlookup  | rw
        First_Name      | First Name      | text         | rw
        Last_Name       | Last Name       | text         | rw
        Full_Name       | Full Name       | text         | ro
        Salutation      | Salutation      | picklist     | rw | Mr.,Mrs.,Ms.,Dr.,Prof.
        Account_Name    | Account Name    | lookup       | rw
        Vendor_Name     | Vendor Name     | lookup       | rw
        Reporting_To    | Reporting To    | lookup       | rw
        Title           | Title           | text         | rw
        Department      | Department      | text         | rw
        Date_of_Birth   | Date of Birth   | date         | rw
        Email           | Email           | email        | rw
        Secondary_Email | Secondary Email | email        | rw
        Email_Opt_Out   | Email Opt Out   | boolean      | rw
        Phone           | Phone           | phone        | rw
        Home_Phone      | Home Phone      | phone        | rw
        Other_Phone     | Other Phone     | phone        | rw
        Mobile          | Mobile          | phone        | rw
        Fax             | Fax             | text         | rw
        Lead_Source     | Lead Source     | picklist     | rw \
          | Advertisement,Cold Call,Employee Referral,External Referral,Online Store,Partner,Public Relations,\
          Sales Email Alias,Seminar Partner,Internal Seminar,Trade Show,Web Download,Web Research,Chat
        Mailing_Street  | Mailing Street  | text         | rw
        Mailing_City    | Mailing City    | text         | rw
        Mailing_State   | Mailing State   | text         | rw
        Mailing_Zip     | Mailing Zip     | text         | rw
        Mailing_Country | Mailing Country | text         | rw
        Other_Street    | Other Street    | text         | rw
        Other_City      | Other City      | text         | rw
        Other_State     | Other State     | text         | rw
        Other_Zip       | Other Zip       | text         | rw
        Other_Country   | Other Country   | text         | rw
        Description     | Description     | textarea     | rw
        Record_Image    | Contact Image   | profileimage | rw
        """;

    private static final String DEALS = """
        4 | Deals | Deals | Deal | Deals | SUPPORTED
        Owner                  | Deal Owner             | ownerlookup | rw
        Deal_Name              | Deal Name              | text        | rw
        Account_Name           | Account Name           | lookup      | rw
        Contact_Name           | Contact Name           | lookup      | rw
        Campaign_Source        | Campaign Source        | lookup      | rw
        Type                   | Type                   | picklist    | rw | Existing Business,New Business
        Stage                  | Stage                  | picklist    | rw \
          | Qualification,Needs Analysis,Value Proposition,Identify Decision Makers,Proposal/Price Quote,\
          Negotiation/Review,Closed Won,Closed Lost,Closed Lost to Competition
        Reason_For_Loss__s     | Reason For Loss        | picklist    | rw \
          | Expectation Mismatch,Price,Unqualified Customer,Lack of response,Missed Follow Ups,Wrong Target,\
          Competition,Future Interest,Other
        Amount                 | Amount                 | currency    | rw
        Probability            | Probability (%)        | integer     | rw
        Expected_Revenue       | Expected Revenue       | currency    | ro
        Closing_Date           | Closing Date           | date        | rw
        Next_Step              | Next Step              | text        | rw
        Lead_Source            | Lead Source            | picklist    | rw \
          | Advertisement,Cold Call,Employee Referral,External Referral,Online Store,Partner,Public Relations,\
          Sales Email Alias,Seminar Partner,Internal Seminar,Trade Show,Web Download,Web Research,Chat
        Currency               | Currency               | picklist    | rw
        Exchange_Rate          | Exchange Rate          | decimal     | ro
        Lead_Conversion_Time   | Lead Conversion Time   | integer     | ro
        Sales_Cycle_Duration   | Sales Cycle Duration   | integer     | ro
        Overall_Sales_Duration | Overall Sales Duration | integer     | ro
        Description            | Description            | textarea    | rw
        """;

    private static final String CAMPAIGNS = """
        17 | Campaigns | Campaigns | Campaign | Campaigns | NOT_SUPPORTED
        Owner             | Campaign Owner    | ownerlookup | rw
        Campaign_Name     | Campaign Name     | text        | rw
        Parent_Campaign   | Parent Campaign   | lookup      | rw
        Type              | Type              | picklist    | rw \
          | Conference,Webinar,Trade Show,Public Relations,Partners,Referral Program,Advertisement,Banner Ads,\
          Direct Mail,Email,Telemarketing,Others
        Status            | Status            | picklist    | rw | Planning,Active,Inactive,Completed
        Start_Date        | Start Date        | date        | rw
        End_Date          | End Date          | date        | rw
        Expected_Revenue  | Expected Revenue  | currency    | rw
        Budgeted_Cost     | Budgeted Cost     | currency    | rw
        Actual_Cost       | Actual Cost       | currency    | rw
        Expected_Response | Expected Response | bigint      | rw
        Num_sent          | Num sent          | bigint      | rw
        Currency          | Currency          | picklist    | rw
        Exchange_Rate     | Exchange Rate     | decimal     | ro
        Description       | Description       | textarea    | rw
        """;

    private SalesModules() {}

    static List<CrmModule> all() {
        return List.of(
                recordModule(LEADS),
                recordModule(ACCOUNTS),
                recordModule(CONTACTS),
                recordModule(DEALS),
                recordModule(CAMPAIGNS));
    }
}
