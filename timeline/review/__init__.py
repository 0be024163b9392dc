"""The local review page: the paragraph beside the proposal, and every decision a plain form.

    a request -> security (who asks, and from where) -> app (which page or action)
        -> pages (Folder -> HTML), or actions (a form -> one change to an event file)

What stands in the event files is the only truth: the page keeps a copy of the folder that is
read anew where a file changed, and a journal that is needed for undoing and for nothing else.
"""
