package dev.lockkeeper.domain.catalog;

import static dev.lockkeeper.domain.catalog.StandardModules.recordModule;

import dev.lockkeeper.domain.catalog.StandardModules.SharedFields;
import java.util.List;

/**
 * The standard modules from offer to invoice; {@link StandardModules} says how the lines read and why they are only
 * appended.
 */
final class OrderModules {

    /** Addresses, sums and terms, alike on all four. The CRM adds up the sums from the items. */
    private static final SharedFields DOCUMENT_FIELDS = new SharedFields(600, """
        Billing_Street       | Billing Street       | text     | rw
        Billing_City         | Billing City         | text     | rw
        Billing_State        | Billing State        | text     | rw
        Billing_Code         | Billing Code         | text     | rw
        Billing_Country      | Billing Country      | text     | rw
        Shipping_Street      | Shipping Street      | text     | rw
        Shipping_City        | Shipping City        | text     | rw
        Shipping_State       | Shipping State       | text     | rw
        Shipping_Code        | Shipping Code        | text     | rw
        Shipping_Country     | Shipping Country     | text     | rw
        Sub_Total            | Sub Total            | currency | ro
        Discount             | Discount             | currency | rw
        Tax                  | Tax                  | currency | ro
        Adjustment           | Adjustment           | currency | rw
        Grand_Total          | Grand Total          | currency | ro
        Currency             | Currency             | picklist | rw
        Exchange_Rate        | Exchange Rate        | decimal  | ro
        Terms_and_Conditions | Terms and Conditions | textarea | rw
        Description          | Description          | textarea | rw
        """);

    private static final String QUOTES = """
        10 | Quotes | Quotes | Quote | Quotes | SUPPORTED
        Owner        | Quote Owner  | ownerlookup | rw
        Quote_Number | Quote Number | autonumber  | ro
        Subject      | Subject      | text        | rw
        Quote_Stage  | Quote Stage  | picklist    | rw \
          | Draft,Negotiation,Delivered,On Hold,Confirmed,Closed Won,Closed Lost
        Valid_Till   | Valid Until  | date        | rw
        Account_Name | Account Name | lookup      | rw
        Contact_Name | Contact Name | lookup      | rw
        Deal_Name    | Deal Name    | lookup      | rw
        Team         | Team         | text        | rw
        Carrier      | Carrier      | picklist    | rw | FedEX,UPS,USPS,DHL,BlueDart
        """;

    private static final String SALES_ORDERS = """
        11 | Sales_Orders | SalesOrders | Sales Order | Sales Orders | SUPPORTED
        Owner            | Sales Order Owner | ownerlookup | rw
        SO_Number        | SO Number         | autonumber  | ro
        Subject          | Subject           | text        | rw
        Status           | Status            | picklist    | rw | Created,Approved,Delivered,Cancelled
        Due_Date         | Due Date          | date        | rw
        Account_Name     | Account Name      | lookup      | rw
        Contact_Name     | Contact Name      | lookup      | rw
        Deal_Name        | Deal Name         | lookup      | rw
        Quote_Name       | Quote Name        | lookup      | rw
        Purchase_Order   | Purchase Order    | text        | rw
        Carrier          | Carrier           | picklist    | rw | FedEX,UPS,USPS,DHL,BlueDart
        Excise_Duty      | Excise Duty       | currency    | rw
        Sales_Commission | Sales Commission  | currency    | rw
        """;

    private static final String PURCHASE_ORDERS = """
        12 | Purchase_Orders | PurchaseOrders | Purchase Order | Purchase Orders | SUPPORTED
        Owner            | Purchase Order Owner | ownerlookup | rw
        PO_Number        | PO Number            | text        | rw
        Subject          | Subject              | text        | rw
        Status           | Status               | picklist    | rw | Created,Approved,Delivered,Cancelled
        PO_Date          | PO Date              | date        | rw
        Due_Date         | Due Date             | date        | rw
        Vendor_Name      | Vendor Name          | lookup      | rw
        Contact_Name     | Contact Name         | lookup      | rw
        Requisition_No   | Requisition Number   | text        | rw
        Tracking_Number  | Tracking Number      | text        | rw
        Carrier          | Carrier              | picklist    | rw | FedEX,UPS,USPS,DHL,BlueDart
        Excise_Duty      | Excise Duty          | currency    | rw
        Sales_Commission | Sales Commission     | currency    | rw
        """;

    private static final String INVOICES = """
        13 | Invoices | Invoices | Invoice | Invoices | SUPPORTED
        Owner            | Invoice Owner    | ownerlookup | rw
        Invoice_Number   | Invoice Number   | autonumber  | ro
        Subject          | Subject          | text        | rw
        Status           | Status           | picklist    | rw | Created,Approved,Delivered,Cancelled
        Invoice_Date     | Invoice Date     | date        | rw
        Due_Date         | Due Date         | date        | rw
        Account_Name     | Account Name     | lookup      | rw
        Contact_Name     | Contact Name     | lookup      | rw
        Sales_Order      | Sales Order      | lookup      | rw
        Purchase_Order   | Purchase Order   | text        | rw
        Excise_Duty      | Excise Duty      | currency    | rw
        Sales_Commission | Sales Commission | currency    | rw
        """;

    private OrderModules() {}

    static List<CrmModule> all() {
        return List.of(
                recordModule(QUOTES, DOCUMENT_FIELDS),
                recordModule(SALES_ORDERS, DOCUMENT_FIELDS),
                recordModule(PURCHASE_ORDERS, DOCUMENT_FIELDS),
                recordModule(INVOICES, DOCUMENT_FIELDS));
    }
}
