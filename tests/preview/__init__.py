"""The preview: files watched, pages put, faults told, a server of its own."""
