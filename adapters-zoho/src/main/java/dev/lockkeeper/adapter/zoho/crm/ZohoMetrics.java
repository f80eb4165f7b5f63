package dev.lockkeeper.adapter.zoho.crm;

/** What this process has made of Zoho so far. */
public interface ZohoMetrics {

    /** As of now, without asking anybody. */
    ZohoFigures figures();
}
