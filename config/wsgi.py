import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()
# Django loads the views with the first request. What is loaded by then stays for ever, 140,000 objects that every full
# collection looked through again: now it leaves them alone. There is hardly any garbage among them, and collecting it
# first would touch, and so copy, the memory that a forked worker shares.
_ = get_resolver().url_patterns
gc.freeze()
