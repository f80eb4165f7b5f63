package dev.lockkeeper.domain.catalog;

import static dev.lockkeeper.domain.catalog.StandardModules.recordModule;

import java.util.List;

/**
 * The standard modules of what is sold, who supplies it and at which price; {@link StandardModules} says how the lines
 * read and why they are only appended.
 */
final class ProductModules {

    // Zoho locks Products since v8 only; here every version answers alike.
    private static final String PRODUCTS = """
        14 | Products | Products | Product | Products | SUPPORTED
        Owner               | Product Owner       | ownerlookup         | rw
        Product_Name        | Product Name        | text                | rw
        Product_Code        | Product Code        | text                | rw
        Product_Active      | Product Active      | boolean             | rw
        Product_Category    | Product Category    | picklist            | rw | Hardware,Software,CRM Applications
        Manufacturer        | Manufacturer        | picklist            | rw \
          | AltvetPet Inc.,LexPon Inc.,MetBeat Corp.
        Vendor_Name         | Vendor Name         | lookup              | rw
        Handler             | Handler             | ownerlookup         | rw
        Sales_Start_Date    | Sales Start Date    | date                | rw
        Sales_End_Date      | Sales End Date      | date                | rw
        Support_Start_Date  | Support Start Date  | date                | rw
        Support_Expiry_Date | Support End Date    | date                | rw
        Unit_Price          | Unit Price          | currency            | rw
        Commission_Rate     | Commission Rate     | currency            | rw
        Taxable             | Taxable             | boolean             | rw
        Tax                 | Tax                 | multiselectpicklist | rw | Sales Tax,Vat
        Usage_Unit          | Usage Unit          | picklist            | rw \
          | Box,Carton,Dozen,Each,Hours,Impressions,Lb,M,Pack,Pages,Pieces,Quantity,Reams,Sheet,Spiral Binder,\
          Square Feet
        Qty_in_Stock        | Quantity in Stock   | decimal             | rw
        Qty_in_Demand       | Quantity in Demand  | decimal             | rw
        Qty_Ordered         | Qty Ordered         | decimal             | rw
        Reorder_Level       | Reorder Level       | decimal             | rw
        Currency            | Currency            | picklist            | rw
        Exchange_Rate       | Exchange Rate       | decimal             | ro
        Description         | Description         | textarea            | rw
        Record_Image        | Product Image       | profileimage        | rw
        """;

    private static final String VENDORS = """
        8 | Vendors | Vendors | Vendor | Vendors | SUPPORTED
        Owner         | Vendor Owner  | ownerlookup  | rw
        Vendor_Name   | Vendor Name   | text         | rw
        Category      | Category      | text         | rw
        GL_Account    | GL Account    | picklist     | rw \
          | Sales-Software,Sales-Hardware,Rental Income,Interest Income,Sales-Software Support,Sales Other,\
          Internet Sales,Service-Hardware Labor,Sales-Books
        Phone         | Phone         | phone        | rw
        Email         | Email         | email        | rw
        Email_Opt_Out | Email Opt Out | boolean      | rw
        Website       | Website       | website      | rw
        Street        | Street        | text         | rw
        City          | City          | text         | rw
        State         | State         | text         | rw
        Zip_Code      | Zip Code      | text         | rw
        Country       | Country       | text         | rw
        Currency      | Currency      | picklist     | rw
        Exchange_Rate | Exchange Rate | decimal      | ro
        Description   | Description   | textarea     | rw
        Record_Image  | Vendor Image  | profileimage | rw
        """;

    private static final String PRICE_BOOKS = """
        9 | Price_Books | PriceBooks | Price Book | Price Books | SUPPORTED
        Owner           | Price Book Owner | ownerlookup | rw
        Price_Book_Name | Price Book Name  | text        | rw
        Active          | Active           | boolean     | rw
        Pricing_Model   | Pricing Model    | picklist    | rw | Flat,Differential
        Currency        | Currency         | picklist    | rw
        Exchange_Rate   | Exchange Rate    | decimal     | ro
        Description     | Description      | textarea    | rw
        """;

    private ProductModules() {}

    static List<CrmModule> all() {
        return List.of(recordModule(PRODUCTS), recordModule(VENDORS), recordModule(PRICE_BOOKS));
    }
}
